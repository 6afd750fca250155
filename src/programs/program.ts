import type { JudgingEdition } from "./edition.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** Whether a program takes part in anything new. */
export type ProgramStatus = "open" | "closed" | "discontinued";

/** A scheme that rewards partners. Its rules stand in its editions. */
export interface Program {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: readonly string[];
  readonly openEnrollment: boolean;
  readonly status: ProgramStatus;
}

/** Whether an edition may still be written, judges, or judged once. */
export type EditionStatus = "draft" | "published" | "superseded";

/** A stored edition without its document: what lists show. */
export interface EditionHead {
  readonly id: string;
  readonly programId: string;
  readonly programCode: string;
  readonly programYear: string;
  readonly version: number;
  readonly status: EditionStatus;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly documentHash: string;
  readonly publishedAt: Date | null;
}

/** A stored edition with its document: what judges. */
export interface Edition extends EditionHead, JudgingEdition {
  readonly document: EditionDocument;
}
