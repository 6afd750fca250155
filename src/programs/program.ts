import type { IsoDate } from "../kernel/index.ts";
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
  /** Whether an edition of it was ever published; until then partners do not see it. */
  readonly published: boolean;
}

/** Statuses of an edition (`edition-transitions.ts`). */
export type EditionStatus = "draft" | "validated" | "publication_requested" | "published" | "superseded";

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
  /** First day on which this version is in force; null while it is not published. */
  readonly effectiveOn: IsoDate | null;
  /** Last day on which it is in force: the end of the program year, or the day before a correction begins. */
  readonly effectiveTo: IsoDate | null;
  readonly documentHash: string;
  readonly publishedAt: Date | null;
}

/** A stored edition with its document, which is whole: what judges. */
export interface Edition extends EditionHead, JudgingEdition {
  readonly document: EditionDocument;
}
