import { expect, test } from "vitest";
import { addressOf } from "./notice-address.ts";

test("a notification opens what it is about: for a reviewer the review of what waits, else the claim or plan", () => {
  const claim = { type: "claim", id: "clm_1" } as const;
  const plan = { type: "plan", id: "pln_1" } as const;
  expect(addressOf({ type: "claim.submitted", subject: claim }, "vendor")).toBe("/reviews/rev_1");
  expect(addressOf({ type: "plan.reviewer-assigned", subject: plan }, "vendor")).toBe("/reviews/rev_1");
  expect(addressOf({ type: "claim.withdrawn", subject: claim }, "vendor")).toBe("/claims/clm_1");
  expect(addressOf({ type: "plan.approved", subject: plan }, "partner")).toBe("/plans/pln_1");
});
