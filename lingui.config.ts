import { defineConfig } from "@lingui/cli";
import { babelExtractor } from "@lingui/cli/api/extractors/babel";
import { formatter } from "@lingui/format-po";
import { serverSentences } from "./scripts/lib/server-sentences.ts";

const editors = ["<rootDir>/web/claims/editor", "<rootDir>/web/plans/editor", "<rootDir>/web/reviews/plan"];
const person = [
  "<rootDir>/web/search",
  "<rootDir>/web/notices",
  "<rootDir>/web/identity/profile",
  "<rootDir>/web/enrollments",
  "<rootDir>/web/people",
  "<rootDir>/web/views",
  "<rootDir>/web/funds/statement",
];

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  fallbackLocales: { default: "en" },
  catalogs: [
    {
      path: "<rootDir>/web/i18n/locales/{locale}",
      include: ["<rootDir>/web"],
      exclude: [
        "**/*.gen.ts",
        "<rootDir>/web/programs/**",
        ...[...editors, ...person, "<rootDir>/web/designer"].map((folder) => `${folder}/**`),
      ],
    },
    // The pages of programs and the sentences of their guide: many, and read on few pages, so that they come when they are asked for.
    { path: "<rootDir>/web/i18n/guide/{locale}", include: ["<rootDir>/web/programs"] },
    // What is said in the editors, and what is the person's own: not on the first page either.
    { path: "<rootDir>/web/i18n/editors/{locale}", include: editors },
    { path: "<rootDir>/web/i18n/person/{locale}", include: person },
    // For program managers alone.
    { path: "<rootDir>/web/i18n/designer/{locale}", include: ["<rootDir>/web/designer"] },
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
