import { DomainError } from "./domain-error.ts";

/** Who may take a step: a person of the partner or of the vendor, the customer, or the program itself (clock, job). */
export type StepBy = "partner" | "vendor" | "customer" | "system";

/** The tone in which a status is shown everywhere (docs/screens.md, "Colour"). */
export type Tone = "neutral" | "in-progress" | "needs-you" | "done" | "refused";

/** One edge of a lifecycle. */
export interface Edge<Status extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: StepBy;
  /** Type of the event that records the step: `claim.submitted`. */
  readonly event: string;
  /** Who must act next, and so owns the deadline that starts; `none` ends the clock. */
  readonly dueSide: "partner" | "vendor" | "none";
  /** What the button says, in words of the glossary. */
  readonly label: string;
}

/** What a status is called and how it looks, for each side. */
export interface StatusFace {
  readonly tone: Tone;
  readonly partner: string;
  readonly vendor: string;
  readonly final: boolean;
}

/** How a status is called and looks for one side. */
export interface Face {
  readonly tone: Tone;
  readonly label: string;
}

/** The face of a status for the side that looks: what needs the partner does not need the vendor. */
export function faceFor({ side }: { readonly side: string }, { tone, partner, vendor }: StatusFace): Face {
  if (side === "partner") return { tone, label: partner };
  return { tone: tone === "needs-you" ? "in-progress" : tone, label: vendor };
}

/** A lifecycle: every status with its face, every verb with its edge. One per subject; the only source of statuses. */
export interface Lifecycle<Status extends string, Verb extends string> {
  readonly subject: string;
  readonly initial: Status;
  readonly statuses: Readonly<Record<Status, StatusFace>>;
  readonly edges: Readonly<Record<Verb, Edge<Status>>>;
}

/** True when the verb may be taken from the status. */
export function canStep<S extends string, V extends string>(cycle: Lifecycle<S, V>, status: S, verb: V): boolean {
  return cycle.edges[verb].from.includes(status);
}

/** The edge a verb takes from a status, or a refusal that names the status found and those the verb needs. */
export function step<S extends string, V extends string>(cycle: Lifecycle<S, V>, status: S, verb: V): Edge<S> {
  const edge = cycle.edges[verb];
  if (edge.from.includes(status)) return edge;
  throw new DomainError({
    code: "wrong-status",
    kind: "conflict",
    message: `This ${cycle.subject} is ${cycle.statuses[status].vendor.toLowerCase()}: "${edge.label}" is possible only while it is ${edge.from
      .map((s) => cycle.statuses[s].vendor.toLowerCase())
      .join(" or ")}.`,
    details: { status, verb, allowedFrom: edge.from },
  });
}
