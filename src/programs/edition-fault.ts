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
