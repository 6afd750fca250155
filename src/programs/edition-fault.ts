import type { Severity } from "../kernel/index.ts";

/** What is wrong with a document, where: for one check of its meaning. */
export interface Fault {
  readonly rule: string;
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
  readonly severity?: Severity;
}

/** A fault that keeps the document from being published. */
export function fault(rule: string, field: string, found: string, allowed: string, remedy: string): Fault {
  return { rule, field, found, allowed, remedy };
}

/** A fault that the program manager should look at, and that keeps nothing back. */
export function warning(rule: string, field: string, found: string, allowed: string, remedy: string): Fault {
  return { rule, field, found, allowed, remedy, severity: "warns" };
}

/** Anything with a code in a list that others refer to. */
export type Coded = { readonly code: string };

/** Codes that stand somewhere and are not in the list they refer to. */
export function unknownCodes(
  field: string,
  codes: readonly string[] | undefined,
  known: readonly Coded[] | undefined,
  list: string,
): Fault[] {
  return (codes ?? [])
    .filter((code) => !(known ?? []).some((item) => item.code === code))
    .map((code) => {
      const near = nearest(
        code,
        (known ?? []).map((item) => item.code),
      );
      const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
      return fault(
        "code.unknown",
        field,
        code,
        `a code of ${list}`,
        `Add "${code}" to ${list}, or take it out here.${hint}`,
      );
    });
}

/** The name that a mistyped one most probably stands for; undefined when none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(word.length / 3));
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const name of names) {
    const far = distance(word.slice(0, 80).toLowerCase(), name.toLowerCase());
    if (far <= most && (!best || far < best.far)) best = { name, far };
  }
  return best?.name;
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
