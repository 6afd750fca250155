import type { LocationKey } from "./demo-locations.ts";
import type { PersonKey } from "./demo-people.ts";
import type { SupplierKey } from "./demo-suppliers.ts";
import type { Picture } from "./draw-picture.ts";
import type { Letter } from "./write-letter-pdf.ts";

/**
 * A claim of the demo as a small story. Days count backwards from today, so that the demo is fresh on any date; texts may
 * hold `{month}` and `{year}`, which become those of the work.
 */
export interface Story {
  readonly at: LocationKey;
  /** Who claims; the partner's incentives admin unless said. */
  readonly by?: PersonKey;
  /** Code of the activity type. */
  readonly activity: string;
  readonly name: string;
  /** How many days ago the claim was made. */
  readonly made: number;
  /** How many days before that the work was done, as far as the usage period allows; null leaves the date empty. */
  readonly worked: number | null;
  /** For a draft that was forgotten: it belongs to the window this many before the present one. */
  readonly windowsBack?: number;
  /** What is claimed where it is not simply the sum of all lines. */
  readonly claimed?: string;
  readonly preApproval?: string;
  readonly invoices?: readonly StoryInvoice[];
  readonly certifications?: readonly StoryCertification[];
  readonly proof?: readonly Proof[];
  readonly metrics?: Readonly<Record<string, Metric>>;
  /** What happened to it, in order. */
  readonly steps?: readonly Step[];
}

/** An invoice in a story. */
export interface StoryInvoice {
  readonly supplier: SupplierKey;
  readonly number: string;
  readonly lines: readonly StoryLine[];
  readonly as?: "pdf" | "xml";
}

/** A line in a story: description, expense type, unit price, quantity, person. */
export type StoryLine = readonly [text: string, type: string, price: string, quantity?: string, person?: string];

/** Certified in-house work in a story. */
export interface StoryCertification {
  readonly who: string;
  readonly work: string;
  readonly type: string;
  readonly unit: "hours" | "days" | "pieces";
  readonly quantity: string;
  readonly unitCost: string;
  readonly certifier: readonly [name: string, role: string];
}

/** What a file of the demo shows; it becomes a real file. */
export type Content =
  | { readonly picture: Picture }
  | { readonly letter: Pick<Letter, "title" | "paragraphs"> }
  | { readonly table: readonly (readonly (string | number)[])[] };

/** A proof document in a story. */
export interface Proof {
  readonly slot: string;
  readonly note: string;
  /** Name of the file; the ending follows from the content. */
  readonly name?: string;
  readonly show: Content | { readonly url: string };
}

/** The value of a metric: text, or a file. */
export type Metric = string | { readonly name: string; readonly show: Content };

/** A line that is cut by the reviewer: its place among the lines of the first invoice, what is approved, and why. */
export type Cut = readonly [line: number, approved: string, reason: string];

/** Something that happened to a claim, so many days ago. */
export type Step = { readonly day: number } & (
  | { readonly do: "submit"; readonly add?: readonly Proof[] }
  | { readonly do: "withdraw" | "cancel" }
  | { readonly do: "open"; readonly by: PersonKey }
  | { readonly do: "ask" | "reject"; readonly by: PersonKey; readonly reason: string; readonly text: string }
  | { readonly do: "approve"; readonly by: PersonKey; readonly cuts: readonly Cut[]; readonly text?: string }
  | { readonly do: "say" | "note"; readonly by: PersonKey; readonly text: string }
);

/** The partner submits, after adding what was asked for. */
export const submitted = (day: number, add: readonly Proof[] = []): Step => ({ day, do: "submit", add });
/** The partner takes a submitted claim back. */
export const withdrawn = (day: number): Step => ({ day, do: "withdraw" });
/** The partner gives the claim up. */
export const cancelled = (day: number): Step => ({ day, do: "cancel" });
/** A reviewer opens the review. */
export const opened = (day: number, by: PersonKey): Step => ({ day, do: "open", by });
/** A reviewer asks for something. */
export const asked = (day: number, by: PersonKey, reason: string, text: string): Step => ({
  day,
  do: "ask",
  by,
  reason,
  text,
});
/** A reviewer rejects. */
export const rejected = (day: number, by: PersonKey, reason: string, text: string): Step => ({
  day,
  do: "reject",
  by,
  reason,
  text,
});
/** A reviewer approves, cutting lines where given. */
export const approved = (day: number, by: PersonKey, text?: string, cuts: readonly Cut[] = []): Step => ({
  day,
  do: "approve",
  by,
  cuts,
  ...(text === undefined ? {} : { text }),
});
/** Somebody comments for both sides. */
export const said = (day: number, by: PersonKey, text: string): Step => ({ day, do: "say", by, text });
/** Somebody notes something for the own side. */
export const noted = (day: number, by: PersonKey, text: string): Step => ({ day, do: "note", by, text });
