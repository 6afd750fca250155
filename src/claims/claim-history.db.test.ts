import { beforeAll, describe, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { certification, invoice } from "../../test/builders/evidence.ts";
import { buildWorld, WORLD_NOW, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import {
  addCertification,
  addInvoice,
  removeCertification,
  removeDocument,
  removeInvoice,
  updateCertification,
  updateDocument,
  updateInvoice,
} from "../evidence/index.ts";
import { type Actor, idText, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { events } from "../platform/events/index.ts";
import { changeProof } from "./change-proof.ts";
import { EVENT_LABELS } from "./claim-history.ts";
import { claimRoutes } from "./claim-routes.ts";
import { expireClaims } from "./expire-claims.ts";

const database = useDatabase();
let world: World;
let now = WORLD_NOW;
const desk = claimDesk(database, () => world);
const api: Api = useApi(database, claimRoutes(), () => now);
beforeAll(async () => {
  world = await buildWorld(database.db);
});

interface Line {
  readonly type: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly comment: string | null;
  readonly amount: { readonly amount: string } | null;
  readonly actor: { readonly name: string; readonly side: string };
}
const path = (id: string, rest: string) => `/claims/${idText("claim", id)}/${rest}`;
const items = async <T>(actor: Actor, id: string, rest: string): Promise<T[]> =>
  (await api.get(actor, path(id, rest))).body["items"] as T[];
const historyFor = (actor: Actor, id: string) => items<Line>(actor, id, "history");
function say(actor: Actor, id: string, body: Record<string, unknown>) {
  now = desk.tick();
  return api.post(actor, path(id, "comments"), body);
}

/** A claim to which everything happened that can happen before a decision. */
async function eventful(): Promise<string> {
  const id = await desk.make({ activityType: "partner-website-and-search" });
  const [document] = (await desk.evidence(id)).documents;
  const step = { actor: world.incentivesAdmin, now: desk.tick() };
  await desk.as(step.actor, async (tx) => {
    const extra = await changeProof(tx, step, id, "invoice", "added", (c) => addInvoice(tx, c, invoice, step.now));
    const seen = { seen: "*", now: step.now } as const;
    await changeProof(tx, step, id, "invoice", "changed", async (c) => {
      await updateInvoice(tx, c, extra, invoice, seen);
      return extra;
    });
    await changeProof(tx, step, id, "invoice", "removed", (c) => removeInvoice(tx, c, extra));
    const csr = await changeProof(tx, step, id, "certification", "added", (c) =>
      addCertification(tx, c, certification, step.now),
    );
    await changeProof(tx, step, id, "certification", "changed", async (c) => {
      await updateCertification(tx, c, csr, certification, "*");
      return csr;
    });
    await changeProof(tx, step, id, "certification", "removed", (c) => removeCertification(tx, c, csr));
    await changeProof(tx, step, id, "document", "changed", async (c) => {
      await updateDocument(tx, c, document?.id ?? "", () => ({ note: "Better said" }), "*");
      return document?.id ?? "";
    });
  });
  await desk.edit(id, { name: "Winter banners" });
  await desk.submit(id);
  await desk.withdraw(id);
  await desk.submit(id);
  await desk.open(id);
  await desk.ask(id);
  await desk.resume(id);
  return id;
}

describe("the history of a claim", () => {
  test("has words for everything that can happen to one", async () => {
    const asked = await eventful();
    await say(world.incentivesAdmin, asked, { text: "Here it is." });
    await say(world.incentivesAdmin, asked, { text: "Call them.", visibility: "own-side" });
    const [document] = (await desk.evidence(asked)).documents;
    const step = { actor: world.incentivesAdmin, now: desk.tick() };
    await desk.as(step.actor, (tx) =>
      changeProof(tx, step, asked, "document", "removed", (c) => removeDocument(tx, c, document?.id ?? "")),
    );
    await desk.cancel(asked);
    for (const end of [desk.approve, desk.reject]) {
      const id = await desk.make();
      await desk.submit(id);
      await desk.open(id);
      await end(id);
    }
    await desk.make({ bare: true });
    await expireClaims(database.db, new Date("2027-03-01T00:00:00Z"));
    const seen = await desk.as(SYSTEM_ACTOR, (tx) =>
      tx.selectFrom("event").select("type").distinct().where("subject_type", "=", "claim").execute(),
    );
    expect(seen.map(({ type }) => type).toSorted()).toEqual(Object.keys(EVENT_LABELS).toSorted());
  });

  test("says who did what, when, from which status to which, and why, oldest first", async () => {
    const id = await desk.make();
    await desk.submit(id);
    await desk.open(id);
    await desk.ask(id);
    await desk.submit(id);
    await desk.open(id, { by: world.reviewerTwo });
    await desk.reject(id, { by: world.reviewerTwo });
    const lines = (await historyFor(world.incentivesUser, id)).filter(({ to }) => to !== null);
    expect(lines.map(({ label, from, to, actor }) => [label, from, to, actor.name, actor.side])).toEqual([
      ["Created", null, "editing", "Ira Admin", "partner"],
      ["Submitted", "editing", "submitted", "Ira Admin", "partner"],
      ["Review opened", "submitted", "under_review", "Rae Reviewer", "vendor"],
      ["Information requested", "under_review", "action_required", "Rae Reviewer", "vendor"],
      ["Submitted", "action_required", "submitted", "Ira Admin", "partner"],
      ["Review opened", "submitted", "under_review", "Robin Reviewer", "vendor"],
      ["Rejected", "under_review", "rejected", "Robin Reviewer", "vendor"],
    ]);
    expect(lines[1]?.amount).toEqual({ amount: "1000.00", currency: "USD" });
    expect(lines[3]).toMatchObject({ comment: "Please show the whole page." });
    expect(lines[3]?.reason).toBeTruthy();
    expect(lines[6]).toMatchObject({ comment: "The invoice is billed to somebody else." });
  });

  test("does not exist for another partner", async () => {
    const id = await desk.make({ bare: true });
    expect((await api.get(world.other.admin, path(id, "history"))).status).toBe(404);
    expect((await api.get(world.other.admin, path(id, "comments"))).status).toBe(404);
    expect((await say(world.other.admin, id, { text: "Hello" })).status).toBe(404);
  });
});

describe("comments", () => {
  interface Said {
    readonly text: string;
    readonly visibility: string;
    readonly author: { readonly name: string; readonly side: string };
    readonly item: string | null;
  }
  const texts = async (actor: Actor, id: string) => (await items<Said>(actor, id, "comments")).map(({ text }) => text);

  test("are read by both sides, oldest first, with who wrote them", async () => {
    const id = await desk.make({ bare: true });
    const first = await say(world.incentivesUser, id, { text: " Is this enough?\n" });
    expect([first.status, first.body]).toMatchObject([
      201,
      { text: "Is this enough?", visibility: "shared", author: { name: "Uma User", side: "partner" }, item: null },
    ]);
    await say(world.reviewer, id, { text: "It is." });
    for (const actor of [world.incentivesAdmin, world.reviewerTwo, world.auditor])
      expect(await texts(actor, id)).toEqual(["Is this enough?", "It is."]);
  });

  test("for the own side are hidden from the other, in the talk and in the history", async () => {
    const id = await desk.make({ bare: true });
    await say(world.reviewer, id, { text: "Looks odd to me.", visibility: "own-side" });
    await say(world.incentivesAdmin, id, { text: "Call the supplier.", visibility: "own-side" });
    expect(await texts(world.reviewerTwo, id)).toEqual(["Looks odd to me."]);
    expect(await texts(world.incentivesUser, id)).toEqual(["Call the supplier."]);
    const notes = async (actor: Actor) =>
      (await historyFor(actor, id))
        .filter(({ type }) => type === "claim.noted")
        .map((line) => [line.actor.name, line.comment]);
    expect(await notes(world.reviewerTwo)).toEqual([["Rae Reviewer", "Looks odd to me."]]);
    expect(await notes(world.incentivesUser)).toEqual([["Ira Admin", "Call the supplier."]]);
  });

  test("may point at a part of the claim, and at nothing else", async () => {
    const id = await desk.make();
    const [line] = await desk.lines(id);
    expect((await say(world.reviewer, id, { text: "This one?", item: line })).body["item"]).toBe(line);
    const astray = await say(world.reviewer, id, { text: "This one?", item: idText("document", newUuid()) });
    expect([astray.status, astray.body["errors"]]).toMatchObject([422, [{ field: "item", code: "unknown-item" }]]);
  });

  test("are possible in every status, and not for those who only read", async () => {
    const id = await desk.make({ bare: true });
    await desk.cancel(id);
    expect((await say(world.incentivesUser, id, { text: "Next time." })).status).toBe(201);
    expect((await say(world.auditor, id, { text: "" })).status).toBe(403);
    expect((await say(world.incentivesUser, id, { text: " " })).status).toBe(422);
  });

  test("leave the claim's version as it is, and are recorded without their words", async () => {
    const id = await desk.make({ bare: true });
    await say(world.incentivesUser, id, { text: "My neighbour Jane saw it." });
    expect((await desk.look(id)).version).toBe(1);
    const recorded = await desk.as(SYSTEM_ACTOR, (tx) => events.history(tx, "claim", id));
    expect(JSON.stringify(recorded)).not.toContain("Jane");
  });
});
