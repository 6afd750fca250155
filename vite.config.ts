import { join } from "node:path";
import { lingui } from "@lingui/vite-plugin";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, normalizePath, type Plugin } from "vite";

/** Where the API listens while `vite` serves the web in development. */
const api = process.env["API_URL"] ?? "http://localhost:3000";

type ModuleInfos = (id: string) => { readonly importedIds: readonly string[] } | null;

/** All of our own files that a file imports, and what those import. */
function importsOf(id: string, infos: ModuleInfos, found = new Set<string>()): Set<string> {
  if (found.has(id) || /\/node_modules\//.test(id)) return found;
  found.add(id);
  for (const imported of infos(id)?.importedIds ?? []) importsOf(imported, infos, found);
  return found;
}

const FRAME = normalizePath(join(import.meta.dirname, "web/routes/_app.tsx?tsr-split=component"));
let inFrame: Set<string> | undefined;
/** Whether a file belongs to the frame that stands around every page: its bar, its navigation. */
function isFrame(id: string, infos: ModuleInfos): boolean {
  if (!infos(FRAME)) throw new Error(`the frame around the pages is not where the build looks for it: ${FRAME}`);
  inFrame ??= importsOf(FRAME, infos);
  return inFrame.has(id);
}

/** Names the typeface in the page itself, so that it comes with the styles that use it and the text is seldom drawn twice. */
const typefaceFirst: Plugin = {
  name: "typeface-first",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle = {} }) {
      const file = Object.keys(bundle).find((name) => /inter-latin-wght-normal-.*\.woff2$/.test(name));
      if (!file) throw new Error("the typeface is not among the built files");
      const attrs = { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `/${file}` };
      return [{ tag: "link", attrs, injectTo: "head" }];
    },
  },
};

export default defineConfig({
  root: "web",
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      routesDirectory: "routes",
      generatedRouteTree: "routeTree.gen.ts",
      quoteStyle: "double",
      semicolons: true,
    }),
    react(),
    lingui({ macroTransform: true }),
    typefaceFirst,
  ],
  worker: { format: "es" },
  css: { postcss: "postcss.config.cjs" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 700,
    // Fonts and images stay files: a content security policy without `data:` is possible then.
    assetsInlineLimit: 0,
    // One file of styles: whatever a page needs of them is there before its code is.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A few larger files instead of some seventy small ones for each page: they compress better, and each costs the browser
          // some milliseconds of its own, even out of its cache.
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@lingui|openapi-fetch)[\\/]/,
              priority: 4,
            },
            { name: "kit", test: /node_modules[\\/](?!pdfjs-dist|decimal\.js)/, minShareCount: 12, priority: 3 },
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: (id, graph) => (isFrame(id, (file) => graph.getModuleInfo(file)) ? "frame" : null), priority: 1 },
            { name: "common", minShareCount: 4 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: api } } },
});
