import { describe, expect, test } from "vitest";
import { EVENT_LABELS } from "./claim-history.ts";
import { CLAIM_LIFECYCLE, type ClaimStatus, type ClaimVerb, EDITABLE } from "./claim-transitions.ts";

const edges = Object.entries(CLAIM_LIFECYCLE.edges);
const statuses = Object.keys(CLAIM_LIFECYCLE.statuses) as ClaimStatus[];

/** Rulebook 4.2 up to approved and rejected, as a table: from, verb, to, who. */
const RULEBOOK: readonly (readonly [ClaimStatus, ClaimVerb, ClaimStatus, "partner" | "vendor" | "system"])[] = [
  ["editing", "submit", "submitted", "partner"],
  ["editing", "cancel", "cancelled", "partner"],
  ["editing", "expire", "expired", "system"],
  ["submitted", "withdraw", "editing", "partner"],
  ["submitted", "open", "under_review", "vendor"],
  ["submitted", "requestInformation", "action_required", "vendor"],
  ["under_review", "requestInformation", "action_required", "vendor"],
  ["action_required", "resume", "editing", "partner"],
  ["action_required", "submit", "submitted", "partner"],
  ["action_required", "expire", "expired", "system"],
  ["under_review", "approve", "approved", "vendor"],
  ["under_review", "reject", "rejected", "vendor"],
];

describe("the lifecycle of a claim", () => {
  test("is the table of the rulebook, no row more and none less", () => {
    const rows = edges.flatMap(([verb, edge]) => edge.from.map((from) => [from, verb, edge.to, edge.by].join(" ")));
    expect(rows.toSorted()).toEqual(RULEBOOK.map((row) => row.join(" ")).toSorted());
  });

  test("every status but the first is reached, and a final one is never left", () => {
    const reached = new Set<string>([CLAIM_LIFECYCLE.initial, ...edges.map(([, edge]) => edge.to)]);
    expect(statuses.filter((status) => !reached.has(status))).toEqual([]);
    const left = new Set(edges.flatMap(([, edge]) => edge.from));
    expect(statuses.filter((status) => left.has(status) === CLAIM_LIFECYCLE.statuses[status].final)).toEqual([]);
  });

  test("a clock of a side runs exactly where that side has something to do", () => {
    const duties = Object.fromEntries(edges.map(([verb, edge]) => [verb, edge.dueSide]));
    expect(duties).toEqual({
      submit: "vendor",
      withdraw: "none",
      cancel: "none",
      resume: "partner",
      open: "vendor",
      requestInformation: "partner",
      approve: "none",
      reject: "none",
      expire: "none",
    });
  });

  test("the partner may change a claim while it is edited and while something is asked of it", () => {
    expect(EDITABLE).toEqual(["editing", "action_required"]);
  });

  test("each step's event has a name in the history", () => {
    expect(edges.map(([, edge]) => edge.event).filter((event) => EVENT_LABELS[event] === undefined)).toEqual([]);
  });
});
