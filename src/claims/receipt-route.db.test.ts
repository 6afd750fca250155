import { beforeAll, expect, test } from "vitest";
import { type Api, useApi } from "../../test/builders/api.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { pdfText } from "../../test/builders/pdf-text.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText } from "../kernel/index.ts";
import { registerReceiptRoute } from "./receipt-route.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);
const api: Api = useApi(
  database,
  [],
  () => desk.tick(),
  (app) => registerReceiptRoute(app, { db: database.db }),
);
beforeAll(async () => {
  world = await buildWorld(database.db);
});

const receipt = (actor: Actor | undefined, id: string) => api.get(actor, `/claims/${idText("claim", id)}/receipt`);

test("a submitted claim has a receipt: what, how much, what was confirmed, and by when it is decided", async () => {
  const id = await desk.make({
    activityType: "partner-website-and-search",
    amount: "1500.00",
    lines: ["500.00"],
    certified: true,
    name: "Łódź landing page",
  });
  const { number } = await desk.submit(id, { at: new Date("2026-11-24T02:00:00Z") });
  const answer = await receipt(world.incentivesUser, id);
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(answer.headers["content-disposition"]).toContain(`inline; filename="receipt-${number}.pdf"`);
  const text = await pdfText(answer.raw);
  for (const part of [
    `Receipt for claim ${number}`,
    "Northlight Systems Ltd · Leeds · Co-op marketing fund",
    "Łódź landing page",
    "Partner website and search engine work",
    "2026-11-23 (America/Los_Angeles)",
    "Ira Admin",
    "1500.00 USD",
    "Blue Sky Media: 500.00 USD",
    "In-house cost, Designer: 1000.00 USD",
    "What this claim says is true",
    "The originals are kept for 24 months",
    "The vendor decides by 2026-11-25",
  ])
    expect(text).toContain(part);
});

test("the receipt is that of the last submission, whatever the claim says now", async () => {
  const id = await desk.make({ amount: "700.00", lines: ["900.00"] });
  await desk.submit(id);
  await desk.ask(id);
  await desk.edit(id, { amountClaimed: { minor: 80_000n, currency: "USD" } });
  expect(await pdfText((await receipt(world.incentivesUser, id)).raw)).toContain("700.00 USD");
  await desk.submit(id);
  const text = await pdfText((await receipt(world.reviewer, id)).raw);
  expect(text).toContain("800.00 USD");
  expect(text).toContain("submission 2");
});

test("there is none before the claim was submitted, and none for others", async () => {
  const id = await desk.make();
  const early = await receipt(world.incentivesUser, id);
  expect([early.status, early.body["code"], early.body["currentStatus"]]).toEqual([409, "not-submitted", "editing"]);
  await desk.submit(id);
  expect((await receipt(world.other.admin, id)).status).toBe(404);
  expect((await api.get(world.incentivesUser, "/claims/clm_nonsense/receipt")).status).toBe(404);
  expect((await receipt(undefined, id)).status).toBe(401);
});
