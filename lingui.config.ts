import { defineConfig } from "@lingui/cli";
import { babelExtractor } from "@lingui/cli/api/extractors/babel";
import { formatter } from "@lingui/format-po";
import { serverSentences } from "./scripts/lib/server-sentences.ts";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  fallbackLocales: { default: "en" },
  catalogs: [
    { path: "<rootDir>/web/i18n/locales/{locale}", include: ["<rootDir>/web"], exclude: ["**/*.gen.ts"] },
    // What the server says to people; the web says it in other languages than English.
    {
      path: "<rootDir>/web/i18n/server/{locale}",
      include: ["<rootDir>/src"],
      exclude: ["**/*.test.ts", "**/*.gen.ts"],
    },
  ],
  extractors: [serverSentences, babelExtractor],
  // Line numbers would change with every edit and make each translation a conflict.
  format: formatter({ lineNumbers: false }),
});
