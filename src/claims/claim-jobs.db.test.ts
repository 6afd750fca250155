import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { certification } from "../../test/builders/evidence.ts";
import { pdfText } from "../../test/builders/pdf-text.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { addCertification, fileById, removeCertification, updateCertification } from "../evidence/index.ts";
import { newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { moneyOf } from "../money/index.ts";
import { eventDispatcher } from "../platform/events/index.ts";
import { type FileStorage, openFileStorage } from "../platform/files/index.ts";
import { startWorker } from "../platform/jobs/index.ts";
import { createLog } from "../platform/log/index.ts";
import { changeProof } from "./change-proof.ts";
import { certificationDocuments } from "./claim-jobs.ts";

const database = useDatabase();
let world: World;
let folder = "";
let storage: FileStorage;
const desk = claimDesk(database, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db);
  folder = await mkdtemp(join(tmpdir(), "fundproof-claim-jobs-"));
  storage = await openFileStorage({ filesUrl: undefined, dataDir: folder }, desk.tick());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const subscriber = () => certificationDocuments({ db: database.db, storage, now: () => desk.tick() });

/** Adds a certification to a draft; returns the claim, the certification and the event that says so. */
async function certified() {
  const claim = await desk.make({ bare: true });
  const step = { actor: world.incentivesUser, now: desk.tick() };
  const id = await desk.as(step.actor, (tx) =>
    changeProof(tx, step, claim, "certification", "added", (c) => addCertification(tx, c, certification, step.now)),
  );
  return { claim, id, event: await lastEvent(claim) };
}
async function lastEvent(claim: string): Promise<string> {
  const row = await desk.as(SYSTEM_ACTOR, (tx) =>
    tx
      .selectFrom("event")
      .select("id")
      .where("subject_id", "=", claim)
      .orderBy("occurred_at", "desc")
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}
async function documentOf(claim: string) {
  const [found] = (await desk.evidence(claim)).certifications;
  const fileId = found?.fileId;
  return fileId ? desk.as(SYSTEM_ACTOR, (tx) => fileById(tx, fileId)) : undefined;
}
const textOf = async (storageKey: string) => pdfText(await buffer(await storage.getStream(storageKey)));

test("a certification of in-house cost gets its document by itself, and a changed one a new document", async () => {
  const worker = await startWorker({
    url: database.appUrl,
    log: createLog("silent"),
    handlers: [eventDispatcher([subscriber()])],
    schedule: [],
  });
  try {
    const { claim, id } = await certified();
    await vi.waitFor(async () => expect(await documentOf(claim)).toBeDefined(), { timeout: 15_000 });
    const first = await documentOf(claim);
    expect(first).toMatchObject({
      partnerId: world.partner.id,
      mediaType: "application/pdf",
      uploadedBy: SYSTEM_ACTOR.personId,
    });
    expect(await textOf(first?.storageKey ?? "")).toContain("1000.00 USD");
    const step = { actor: world.incentivesUser, now: desk.tick() };
    const changed = { ...certification, quantity: "10", total: moneyOf("800.00", "USD") };
    await desk.as(step.actor, (tx) =>
      changeProof(tx, step, claim, "certification", "changed", async (c) => {
        await updateCertification(tx, c, id, changed, "*");
        return id;
      }),
    );
    await vi.waitFor(
      async () => expect(await textOf((await documentOf(claim))?.storageKey ?? "")).toContain("800.00 USD"),
      { timeout: 15_000 },
    );
    expect((await documentOf(claim))?.id).not.toBe(first?.id);
  } finally {
    await worker.stop();
  }
});

test("a job that runs twice, also at the same moment, makes one document, and the certification's version stays", async () => {
  const { claim, event } = await certified();
  const work = () => subscriber().handle(event, "claim.certification-added");
  await Promise.all([work(), work()]);
  const made = await documentOf(claim);
  await work();
  expect((await documentOf(claim))?.id).toBe(made?.id);
  expect((await desk.evidence(claim)).certifications[0]?.version).toBe(1);
});

test("a certification that is gone again is nothing to do", async () => {
  const { claim, id, event } = await certified();
  const step = { actor: world.incentivesUser, now: desk.tick() };
  await desk.as(step.actor, (tx) =>
    changeProof(tx, step, claim, "certification", "removed", (c) => removeCertification(tx, c, id)),
  );
  await expect(subscriber().handle(event, "claim.certification-added")).resolves.toBeUndefined();
});

test("a claim that was submitted meanwhile gets the document of what was submitted", async () => {
  const claim = await desk.make({ activityType: "partner-website-and-search", certified: true, amount: "1500.00" });
  const event = await lastEvent(claim);
  await desk.submit(claim);
  await subscriber().handle(event, "claim.certification-added");
  expect(await documentOf(claim)).toBeDefined();
  expect((await desk.look(claim)).status).toBe("submitted");
});

test("a job without its event fails, and so is not lost", async () => {
  await expect(subscriber().handle(newUuid(), "claim.certification-added")).rejects.toMatchObject({
    code: "event-missing",
  });
});
