import type { Finding } from "../../kernel/index.ts";

/**
 * Findings as text, two lines each: where and how heavy, then what was found, what is expected, and what to do. With the lines
 * of the text that was read, each begins with its own.
 */
export function findingLines(findings: readonly Finding[], lineOf?: (path: string) => number | undefined): string[] {
  const place = (field: string): string => {
    const line = lineOf?.(field);
    return line === undefined ? "" : `line ${line}  `;
  };
  return findings.flatMap(({ severity, field, rule, found, allowed, remedy }) => [
    `${severity === "blocks" ? "error" : "warning"}  ${place(field)}${field === "" ? "(whole document)" : field}  ${rule}`,
    `    found ${found}, expected ${allowed}. ${remedy}`,
  ]);
}
