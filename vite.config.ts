import { relative } from "node:path";
import { lingui } from "@lingui/vite-plugin";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the API listens while `vite` serves the web in development. */
const api = process.env["API_URL"] ?? "http://localhost:3000";

/** Our own code, whatever the folder is called in which the repository lies; without the routes and the texts. */
const isOwn = (id: string): boolean =>
  /^(web|src)[\\/](?!routes|i18n[\\/]\w+[\\/])/.test(relative(import.meta.dirname, id));

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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A few larger files instead of some seventy small ones on the first page: they compress better and arrive sooner.
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@lingui|openapi-fetch)[\\/]/,
              priority: 3,
            },
            { name: "kit", test: /node_modules[\\/](?!pdfjs-dist|decimal\.js)/, minShareCount: 12, priority: 2 },
            { name: "shared", test: isOwn, minShareCount: 6, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: api } } },
});
