import type { Sentence } from "../kernel/index.ts";

/**
 * Whom an event is told to. `reviewers`: everybody at the vendor who may decide; `in-charge`: whoever has the claim in hand
 * or reviews the plan, else all reviewers; `partner`: the author and the people of the partner who may work on it;
 * `other-side`: `partner` or `in-charge`, whichever did not act; `grantors`: those of the partner who give roles;
 * `maintainers`: who may publish the rules of the program; `requester`: who asked for a publication; `taking-part`: that person, and
 * the people of partners that take part.
 */
export type Audience =
  | "reviewers"
  | "in-charge"
  | "partner"
  | "other-side"
  | "grantors"
  | "maintainers"
  | "requester"
  | "taking-part";

/** What the words of a notification are made of. No amounts and no people: its page shows them to those who may see. */
export interface Told {
  readonly number: string;
  /** How often it was submitted; 1 for the first time. */
  readonly round: number;
  /** The day by which the partner must answer, as a date; null when no clock of the partner runs. */
  readonly answerBy: string | null;
  /** Names of requirements that are not met. */
  readonly unmet?: string;
}

/** How one type of event is told. */
export interface Announcement {
  readonly audience: Audience;
  /** What happened, in a line that begins with the claim or plan, or ends with it. */
  readonly headline: (told: Told) => Sentence;
  /** What to do, or where to read more. */
  readonly advice: (told: Told) => Sentence;
}
