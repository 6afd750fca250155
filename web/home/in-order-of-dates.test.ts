import { expect, test } from "vitest";
import type { ClaimRow, PlanRow } from "../api/types.ts";
import { inOrderOfDates } from "./in-order-of-dates.ts";

const claim = (id: string, dueOn: string | null): ClaimRow => ({ id, dueOn }) as ClaimRow;
const plan = (id: string, dueOn: string | null): PlanRow => ({ id, dueOn }) as PlanRow;
const idsOf = (claims: ClaimRow[], plans: PlanRow[], until?: string) =>
  inOrderOfDates(claims, plans, () => until).map((task) => task.claim?.id ?? task.plan?.id);

test("what waits is one list, the nearest date first, whether plan or claim", () => {
  expect(
    idsOf(
      [claim("answer", "2026-12-14"), claim("late", "2026-11-30")],
      [plan("far", "2027-06-30"), plan("near", "2026-12-01")],
    ),
  ).toEqual(["late", "near", "answer", "far"]);
});

test("a draft is due when its claim window closes, and what has no date comes last", () => {
  expect(idsOf([claim("draft", null)], [plan("dateless", null), plan("later", "2027-06-30")], "2027-02-15")).toEqual([
    "draft",
    "later",
    "dateless",
  ]);
});
