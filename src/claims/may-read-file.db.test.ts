import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { createFile } from "../../test/builders/evidence.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { fileById } from "../evidence/index.ts";
import { type Actor, newUuid, SYSTEM_ACTOR } from "../kernel/index.ts";
import { openFileStorage } from "../platform/files/index.ts";
import { certificationDocuments } from "./claim-jobs.ts";
import { mayReadFile } from "./may-read-file.ts";

const database = useDatabase();
let world: World;
let colleagueElsewhere: Actor;
const desk = claimDesk(database, () => world);
beforeAll(async () => {
  world = await buildWorld(database.db);
  const elsewhere = { role: "incentives-user", programId: null, locationId: newUuid() } as const;
  colleagueElsewhere = { ...world.incentivesUser, personId: newUuid(), grants: [elsewhere] };
});

async function mayRead(actor: Actor, fileId: string): Promise<boolean> {
  return desk.as(actor, async (tx) => {
    const file = await fileById(tx, fileId);
    return file !== undefined && mayReadFile(tx, actor, file);
  });
}
const ofPartner = () => ({ actor: world.incentivesAdmin, partnerId: world.partner.id, claimIds: [] });

test("a file that stands in a claim is read by whoever sees the claim, on both sides, and by nobody else", async () => {
  const file = await createFile(database.db, ofPartner());
  await desk.make({ file });
  for (const actor of [world.incentivesAdmin, world.incentivesUser, world.reviewer, world.auditor])
    expect(await mayRead(actor, file)).toBe(true);
  for (const actor of [colleagueElsewhere, world.other.admin]) expect(await mayRead(actor, file)).toBe(false);
});

test("a file that stands nowhere yet is read by who uploaded it", async () => {
  const file = await createFile(database.db, ofPartner());
  expect(await mayRead(world.incentivesAdmin, file)).toBe(true);
  for (const actor of [world.incentivesUser, world.reviewer]) expect(await mayRead(actor, file)).toBe(false);
});

test("the document the program made of a certification is read like the partner's own files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fundproof-may-read-"));
  try {
    const storage = await openFileStorage({ filesUrl: undefined, dataDir: folder }, desk.tick());
    const id = await desk.make({ activityType: "partner-website-and-search", certified: true });
    const event = await desk.as(SYSTEM_ACTOR, (tx) =>
      tx.selectFrom("event").select("id").where("type", "=", "claim.certification-added").executeTakeFirstOrThrow(),
    );
    const deps = { db: database.db, storage, now: () => desk.tick() };
    await certificationDocuments(deps).handle(event.id, "claim.certification-added");
    const document = (await desk.evidence(id)).certifications[0]?.fileId ?? "";
    for (const actor of [world.incentivesUser, world.reviewer]) expect(await mayRead(actor, document)).toBe(true);
    for (const actor of [colleagueElsewhere, world.other.admin]) expect(await mayRead(actor, document)).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
