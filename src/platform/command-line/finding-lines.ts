import type { Finding } from "../../kernel/index.ts";

/** Findings as text, two lines each: where and how heavy, then what was found, what is expected, and what to do. */
export function findingLines(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ severity, field, rule, found, allowed, remedy }) => [
    `${severity === "blocks" ? "error" : "warning"}  ${field === "" ? "(whole document)" : field}  ${rule}`,
    `    found ${found}, expected ${allowed}. ${remedy}`,
  ]);
}
