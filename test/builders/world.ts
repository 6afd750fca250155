import { readFileSync } from "node:fs";
import { enrollLocation } from "../../src/enrollments/index.ts";
import { accrueToFund, type Fund, openFund } from "../../src/funds/index.ts";
import type { Location, Organisation } from "../../src/identity/index.ts";
import { type Actor, newUuid, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { moneyOf } from "../../src/money/index.ts";
import { type Db, inTransaction, type Tx } from "../../src/platform/database/index.ts";
import {
  type Edition,
  type EditionDocument,
  EditionShape,
  editionForYear,
  importEdition,
  type Program,
  programByCode,
  publishEdition,
} from "../../src/programs/index.ts";
import { buildPartner, buildPerson, buildVendor, type TestRole } from "./identity.ts";

/** Today in the world of tests: usage period FY27-H1, its claim window open (2026-08-16 to 2027-02-15). */
export const WORLD_NOW = new Date("2026-11-23T12:00:00Z");
/** Name of the first partner; invoices in tests are billed to it. */
export const WORLD_PARTNER = "Northlight Systems Ltd";

/** A partner of the world with one location that is enrolled, payable, and holds a fund. */
export interface WorldPartner {
  readonly organisation: Organisation;
  readonly location: Location;
  /** USD, coop, earned in FY26-H2, to be used in FY27-H1. */
  readonly fund: Fund;
  /** Incentives admin of all its programs and locations. */
  readonly admin: Actor;
}

/** One vendor, two partners, one program with money to claim, and people who act. */
export interface World {
  readonly vendor: Organisation;
  /** The first partner, and its parts under their own names. */
  readonly partner: Organisation;
  readonly location: Location;
  readonly fund: Fund;
  readonly program: Program;
  /** FY27: judges claims of FY27-H1. */
  readonly edition: Edition;
  /** FY26: judges what was earned. */
  readonly earningEdition: Edition;
  readonly incentivesAdmin: Actor;
  /** Incentives user of the first partner: its location and the coop program only. */
  readonly incentivesUser: Actor;
  readonly programManager: Actor;
  readonly reviewer: Actor;
  readonly reviewerTwo: Actor;
  readonly finance: Actor;
  readonly auditor: Actor;
  readonly other: WorldPartner;
}

/** What may differ from the usual world. */
export interface WorldOptions {
  /** What each partner's fund holds, in US dollars; "12000.00" unless said. */
  readonly balance?: string;
  /** Changes of the edition that judges claims (FY27). */
  readonly edition?: Partial<EditionDocument>;
}

let coop: EditionDocument | undefined;

/**
 * Builds a small world to claim in, as it is on {@link WORLD_NOW}: quick enough for every test file. Everything is made by
 * the slices' own commands on behalf of the program itself.
 */
export async function buildWorld(db: Db, options: WorldOptions = {}): Promise<World> {
  const vendor = await buildVendor(db);
  const { program, edition, earningEdition } = await inTransaction(db, SYSTEM_ACTOR, (tx) =>
    publishProgram(tx, options),
  );
  const first = await buildWorldPartner(db, program, WORLD_PARTNER, options.balance);
  const other = await buildWorldPartner(db, program, "Other Partner Ltd", options.balance);
  const member = async (organisation: Organisation, name: string, role: TestRole): Promise<Actor> =>
    (await buildPerson(db, organisation, { name, roles: [role] })).actor;
  const inScope = { role: "incentives-user", programId: program.id, locationId: first.location.id } as const;
  return {
    vendor,
    partner: first.organisation,
    location: first.location,
    fund: first.fund,
    program,
    edition,
    earningEdition,
    incentivesAdmin: first.admin,
    incentivesUser: await member(first.organisation, "Uma User", inScope),
    programManager: await member(vendor, "Pat Manager", "program-manager"),
    reviewer: await member(vendor, "Rae Reviewer", "reviewer"),
    reviewerTwo: await member(vendor, "Robin Reviewer", "reviewer"),
    finance: await member(vendor, "Fin Finance", "finance"),
    auditor: await member(vendor, "Ash Auditor", "auditor"),
    other,
  };
}

/**
 * A further partner with one location, enrolled and payable, and a fund that holds `balance` US dollars (12,000.00 unless
 * said). `payoutReady: false` leaves its payout data incomplete.
 */
export async function buildWorldPartner(
  db: Db,
  program: Program,
  legalName: string,
  balance = "12000.00",
  { payoutReady = true } = {},
): Promise<WorldPartner> {
  const { partner: organisation, locations } = await buildPartner(db, { legalName });
  const [location] = locations;
  const { actor: admin } = await buildPerson(db, organisation, { name: "Ira Admin", roles: ["incentives-admin"] });
  const fund = await inTransaction(db, SYSTEM_ACTOR, async (tx) => {
    const where = { locationId: location.id, programId: program.id };
    await enrollLocation(tx, command, { ...where, programYear: "FY27", payoutReady });
    return buildFund(tx, where, balance);
  });
  return { organisation, location, fund, admin };
}

/** A co-op fund earned in FY26-H2 that holds `balance`, all of it from `vendor-us`. */
export async function buildFund(
  tx: Tx,
  where: { readonly locationId: string; readonly programId: string; readonly currency?: string },
  balance: string,
): Promise<Fund> {
  const { currency = "USD", ...pair } = where;
  const fund = await openFund(tx, command, { ...pair, fundType: "coop", earningPeriod: "FY26-H2", currency });
  await accrueToFund(tx, command, {
    fundId: fund.id,
    earningId: newUuid(WORLD_NOW),
    amount: moneyOf(balance, currency),
    payingEntity: "vendor-us",
    effectiveOn: "2026-06-30",
  });
  return fund;
}

const command = { actor: SYSTEM_ACTOR, now: new Date("2026-07-01T08:00:00Z") };

async function publishProgram(tx: Tx, { edition: changes = {} }: WorldOptions) {
  coop ??= EditionShape.parse(JSON.parse(readFileSync(new URL("../../programs/coop.json", import.meta.url), "utf8")));
  const publish = async (document: EditionDocument): Promise<Edition> =>
    publishEdition(tx, command, (await importEdition(tx, command, document)).id);
  const earningEdition = await publish(editionForYear(coop, "FY26"));
  const edition = await publish({ ...editionForYear(coop, "FY27"), ...changes });
  const program = await programByCode(tx, coop.program);
  if (!program) throw new Error("importing an edition makes its program");
  return { program, edition, earningEdition };
}
