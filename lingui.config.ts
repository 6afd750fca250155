import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  fallbackLocales: { default: "en" },
  catalogs: [{ path: "<rootDir>/web/i18n/locales/{locale}", include: ["<rootDir>/web"], exclude: ["**/*.gen.ts"] }],
  // Line numbers would change with every edit and make each translation a conflict.
  format: formatter({ lineNumbers: false }),
});
