import type { Certification } from "./certification.ts";
import type { Invoice } from "./invoice.ts";
import type { FileFacts } from "./stored-file.ts";

/** A proof document: a file or a link in a slot of the catalogue. */
export interface ProofDocument {
  readonly id: string;
  readonly version: number;
  readonly evidenceCode: string;
  /** Empty while the draft has none; a note is mandatory at submission. */
  readonly note: string;
  readonly fileId: string | null;
  readonly url: string | null;
  /** UUID of the document it replaces. */
  readonly supersedes: string | null;
  readonly addedAt: Date;
}

/** A metric as it stands: a text or a file. */
export interface MetricValue {
  readonly value: string | null;
  readonly fileId: string | null;
}

/** Everything a claim offers as proof. */
export interface Evidence {
  readonly invoices: readonly Invoice[];
  readonly certifications: readonly Certification[];
  readonly documents: readonly ProofDocument[];
  readonly metrics: ReadonlyMap<string, MetricValue>;
  /** The files that the parts above name, by UUID. */
  readonly files: ReadonlyMap<string, FileFacts>;
}
