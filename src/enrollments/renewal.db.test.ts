import { beforeAll, expect, test } from "vitest";
import { REQUIREMENTS, useEnrollmentDesk } from "../../test/builders/enrollment-desk.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import { events } from "../platform/events/index.ts";
import { editionForYear, importEdition, publishEdition } from "../programs/index.ts";
import { enrollLocation, enrollmentOf, renewEnrollments } from "./index.ts";

const database = useDatabase();
const desk = useEnrollmentDesk(database);
const FIRST_DAY = new Date("2027-07-01T12:00:00Z");

/** A location that takes part in FY27. */
async function takesPart(payoutReady: boolean, facts: Readonly<Record<string, string | null>>) {
  const { location } = await desk.candidate();
  await desk.record(location, facts);
  const where = { locationId: location.id, programId: desk.world.program.id };
  await desk.as(SYSTEM_ACTOR, (tx) =>
    enrollLocation(tx, { actor: SYSTEM_ACTOR, now: desk.now }, { ...where, programYear: "FY27", payoutReady }),
  );
  return where;
}
const inNextYear = (where: { locationId: string; programId: string }) =>
  desk.as(SYSTEM_ACTOR, (tx) => enrollmentOf(tx, { ...where, programYear: "FY28" }));
const COMPLETE = { "partner-agreement": "2026", "data-competency": null };

let ready: { locationId: string; programId: string };
let withoutPayout: typeof ready;
let withoutAgreement: typeof ready;

beforeAll(async () => {
  ready = await takesPart(true, COMPLETE);
  withoutPayout = await takesPart(false, COMPLETE);
  withoutAgreement = await takesPart(true, { "data-competency": null });
});

test("nothing is carried over before the next year has rules, nor before it begins", async () => {
  expect(await renewEnrollments(database.db, FIRST_DAY)).toBe(0);
  const { document } = desk.world.edition;
  await desk.as(SYSTEM_ACTOR, async (tx) => {
    const next = { ...editionForYear(document, "FY28"), enrollment: REQUIREMENTS };
    const command = { actor: SYSTEM_ACTOR, now: desk.now };
    await publishEdition(tx, command, (await importEdition(tx, command, next)).id);
  });
  expect(await renewEnrollments(database.db, new Date("2027-06-30T12:00:00Z"))).toBe(0);
});

test("on the first day of the year who is eligible and complete is enrolled without doing anything", async () => {
  expect(await renewEnrollments(database.db, FIRST_DAY)).toBeGreaterThanOrEqual(3);
  const renewed = await inNextYear(ready);
  expect(renewed).toMatchObject({
    status: "enrolled",
    programYear: "FY28",
    earningsStartOn: "2027-07-01",
    expiresOn: "2028-06-30",
    payoutReady: true,
  });
  const told = await desk.as(SYSTEM_ACTOR, (tx) => events.history(tx, "enrollment", renewed?.id ?? ""));
  expect(told.map(({ type, toStatus }) => [type, toStatus])).toEqual([["enrollment.renewed", "enrolled"]]);
});

test("who lacks payout data has something to do; who lacks the agreement is not eligible, with the reason", async () => {
  expect(await inNextYear(withoutPayout)).toMatchObject({ status: "action_required", earningsStartOn: null });
  expect(await inNextYear(withoutAgreement)).toMatchObject({ status: "ineligible", unmet: ["agreement-signed"] });
});

test("running it again, also twice at once, carries nobody over a second time", async () => {
  expect(
    await Promise.all([renewEnrollments(database.db, FIRST_DAY), renewEnrollments(database.db, FIRST_DAY)]),
  ).toEqual([0, 0]);
});
