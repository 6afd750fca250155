import { relative, sep } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** In the one folder of the build, each file of ours goes on finding what lies beside its source: migrations, programs, fonts. */
const findsWhatLiesBesideItsSource: Plugin = {
  name: "finds-what-lies-beside-its-source",
  transform(code, id) {
    if (id.startsWith("\0") || id.includes("node_modules") || !code.includes("import.meta.url")) return undefined;
    const source = relative(this.environment.config.build.outDir, id).split(sep).join("/");
    return code.replaceAll("import.meta.url", `new URL(${JSON.stringify(source)}, import.meta.url).href`);
  },
};

/**
 * The server as a few files instead of two thousand: reading those one by one takes half of the time of a start. Nothing else is
 * gained, and `node src/main.ts` is the same program. Where it goes is said on the command line (scripts/lib/build-server.mjs).
 */
export default defineConfig({
  publicDir: false,
  plugins: [findsWhatLiesBesideItsSource],
  // They read files of their own from their folder.
  ssr: { noExternal: true, external: ["pdfkit", "pg-native"] },
  build: {
    ssr: "src/main.ts",
    target: "node24",
    minify: false,
    rolldownOptions: { output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js" } },
  },
});
