import { afterAll, expect, test, vi } from "vitest";

vi.stubGlobal("location", { origin: "http://localhost" });
afterAll(() => vi.unstubAllGlobals());
const { searchOf } = await import("./views-api.ts");

test("a view is an address: its filters, its order where it has one, its columns where not all are shown", () => {
  const view = { id: "viw_1", list: "claims", name: "Late", isDefault: false, version: 1 };
  expect(searchOf({ ...view, filter: { status: "submitted" }, sort: "dueAt", columns: ["status", "due"] })).toEqual({
    status: "submitted",
    sort: "dueAt",
    columns: "status,due",
  });
  expect(searchOf({ ...view, filter: {}, sort: null, columns: [] })).toEqual({});
});
