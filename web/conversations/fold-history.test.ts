import { describe, expect, it } from "vitest";
import type { HistoryItem } from "../api/types.ts";
import { foldHistory } from "./fold-history.ts";

const step = (id: string, label: string, name = "Ann", comment: string | null = null): HistoryItem =>
  ({ id, label, actor: { name }, amount: null, reason: null, comment }) as unknown as HistoryItem;

describe("the history of a claim", () => {
  it("begins with the newest, and the same step of the same person in a row stands there once", () => {
    const items = [
      step("1", "Created"),
      step("2", "Proof changed"),
      step("3", "Proof changed"),
      step("4", "Submitted"),
    ];
    expect(foldHistory(items).map(({ item, times }) => [item.id, times])).toEqual([
      ["4", 1],
      ["3", 2],
      ["1", 1],
    ]);
  });

  it("keeps what another person did, and what was said", () => {
    const items = [step("1", "Changed"), step("2", "Changed", "Bob"), step("3", "Changed", "Bob", "Because")];
    expect(foldHistory(items).map(({ times }) => times)).toEqual([1, 1, 1]);
  });
});
