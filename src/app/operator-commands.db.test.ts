import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { useSignInDesk } from "../../test/builders/sign-in-desk.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { SYSTEM_ACTOR } from "../kernel/index.ts";
import type { ApplicationDependencies, UserRequest } from "../platform/command-line/index.ts";
import { readConfig } from "../platform/config/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { operatorCommands } from "./operator-commands.ts";

const database = useDatabase();
const desk = useSignInDesk(database);
const NOW = new Date("2026-07-01T08:00:00Z");
const commands = operatorCommands(() => NOW);
const PASSWORD = "correct horse battery";

const dependencies = (): ApplicationDependencies => ({
  config: readConfig({ SESSION_SECRET: "x".repeat(32) }),
  appUrl: database.appUrl,
});
const VENDOR = {
  name: "Vendor Inc.",
  kind: "vendor",
  legalName: undefined,
  country: "US",
  taxResidence: undefined,
  timeZone: "America/Los_Angeles",
} as const;
const PARTNER = { ...VENDOR, name: "Partner Ltd", kind: "partner", country: "GB", timeZone: "Europe/London" } as const;
const bare = (name: string) => ({ ...VENDOR, name, kind: undefined, country: undefined, timeZone: undefined });

const createUser = (change: Partial<UserRequest>) =>
  commands.createUser(dependencies(), {
    organisation: VENDOR,
    name: "Ann B",
    email: "ann@vendor.example",
    locale: undefined,
    password: PASSWORD,
    roles: ["vendor-admin"],
    program: undefined,
    location: undefined,
    ...change,
  });
const createLocation = (change: { partnerNumber?: string; organisation?: UserRequest["organisation"] }) =>
  commands.createLocation(dependencies(), {
    organisation: PARTNER,
    partnerNumber: "P-1001",
    name: "Leeds",
    country: "GB",
    market: undefined,
    isHeadquarters: true,
    ...change,
  });
const example = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL("../../programs/coop.json", import.meta.url), "utf8")) as Record<string, unknown>;
const importEdition = (document: unknown, publish = false) =>
  commands.importEdition(dependencies(), { document, publish });

function read(table: "organisation" | "person" | "program_edition" | "event") {
  return inTransaction(database.db, SYSTEM_ACTOR, (tx) => tx.selectFrom(table).selectAll().execute());
}
function rolesOf(email: string) {
  return inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
    tx
      .selectFrom("role_grant")
      .innerJoin("person", "person.id", "role_grant.person_id")
      .leftJoin("program", "program.id", "role_grant.program_id")
      .leftJoin("location", "location.id", "role_grant.location_id")
      .select(["role_grant.role", "program.code", "location.partner_number"])
      .where("person.email", "=", email)
      .execute(),
  );
}

describe("user create", () => {
  test("makes the vendor and its first administrator, who then signs in with the password", async () => {
    expect(await createUser({ email: "Ann@Vendor.example", roles: ["vendor-admin", "program-manager"] })).toEqual([
      "Vendor Inc. made (vendor).",
      "Ann B of Vendor Inc. can sign in as ann@vendor.example.",
      "Roles: vendor-admin, program-manager (all programs).",
    ]);
    expect((await desk.signIn("ann@vendor.example", PASSWORD)).statusCode).toBe(200);
    expect((await desk.signIn("ann@vendor.example", `${PASSWORD}!`)).statusCode).toBe(401);
    expect((await rolesOf("ann@vendor.example")).map(({ role }) => role).toSorted()).toEqual([
      "program-manager",
      "vendor-admin",
    ]);
  });

  test("finds an organisation by its name in any case, and adds to it", async () => {
    const done = await createUser({
      organisation: bare("vendor INC."),
      email: "bo@vendor.example",
      roles: ["finance"],
    });
    expect(done[0]).toBe("Ann B of Vendor Inc. can sign in as bo@vendor.example.");
  });

  test("gives roles for one program and one location, once both exist", async () => {
    await importEdition(example(), true);
    expect(await createLocation({})).toEqual([
      "Partner Ltd made (partner).",
      "Location P-1001 (Leeds) of Partner Ltd made.",
    ]);
    const person = { organisation: bare("Partner Ltd"), email: "cy@partner.example" };
    await createUser({ ...person, roles: ["incentives-user"], program: "coop", location: "P-1001" });
    expect(await rolesOf("cy@partner.example")).toEqual([
      { role: "incentives-user", code: "coop", partner_number: "P-1001" },
    ]);
  });

  test.each<[string, Partial<UserRequest>, string]>([
    ["a short password", { password: "eleven char" }, "weak-password"],
    ["an e-mail that is taken", { email: "ANN@vendor.example" }, "email-taken"],
    ["no e-mail", { email: "ann at vendor" }, "not-an-email"],
    ["an organisation nobody described", { organisation: bare("Vendro Inc.") }, "unknown-organisation"],
    ["a partner where there is a vendor", { organisation: { ...PARTNER, name: "Vendor Inc." } }, "other-kind"],
    ["a second vendor", { organisation: { ...VENDOR, name: "Another" } }, "vendor-exists"],
    ["a time zone that is none", { organisation: { ...PARTNER, name: "X", timeZone: "Leeds" } }, "unknown-time-zone"],
    ["a role of the other side", { roles: ["reviewer", "incentives-user"] }, "role-of-other-side"],
    ["a role of the other side, in a new partner", { organisation: { ...PARTNER, name: "X" } }, "role-of-other-side"],
    ["a program that is none", { program: "co-op" }, "unknown-program"],
    ["a location of another organisation", { location: "P-1001" }, "unknown-location"],
  ])("refuses %s, and leaves nothing behind", async (_what, change, code) => {
    const before = [await read("organisation"), await read("person"), await read("event")];
    await expect(createUser({ email: "dee@vendor.example", ...change })).rejects.toMatchObject({ code });
    expect([await read("organisation"), await read("person"), await read("event")]).toEqual(before);
  });

  test("does not guess between two organisations of one name", async () => {
    await createUser({
      organisation: { ...PARTNER, name: "Twin" },
      email: "one@twin.example",
      roles: ["billing-admin"],
    });
    await inTransaction(database.db, SYSTEM_ACTOR, (tx) =>
      tx.updateTable("organisation").set({ display_name: "TWIN" }).where("display_name", "=", "Partner Ltd").execute(),
    );
    await expect(createUser({ organisation: bare("twin"), email: "two@twin.example" })).rejects.toMatchObject({
      code: "organisation-name-shared",
    });
  });
});

describe("location create", () => {
  test("refuses a PartnerID that is taken, and a location of the vendor", async () => {
    await expect(createLocation({ organisation: { ...PARTNER, name: "New" } })).rejects.toMatchObject({
      code: "partner-number-taken",
    });
    await expect(createLocation({ organisation: VENDOR, partnerNumber: "P-9" })).rejects.toMatchObject({
      code: "not-a-partner",
    });
  });
});

describe("program import", () => {
  const other = () => ({ ...example(), program: "other", programName: "Other" });
  const editions = async () => (await read("program_edition")).length;

  test("stores a draft, publishes it when asked, and changes nothing when repeated", async () => {
    expect(await importEdition(other())).toEqual(["other FY27 version 1 is draft."]);
    expect(await importEdition(other(), true)).toEqual(["other FY27 version 1 is published."]);
    const before = [await editions(), (await read("event")).length];
    const again = ["other FY27 version 1 is already published.", "The document is the same; nothing was changed."];
    expect(await importEdition(other(), true)).toEqual(again);
    expect(await importEdition(other())).toEqual(again);
    expect([await editions(), (await read("event")).length]).toEqual(before);
  });

  test("makes the next version of what was published, and replaces a draft", async () => {
    const renamed = (programName: string) => ({ ...other(), programName });
    expect(await importEdition(renamed("Second"))).toEqual(["other FY27 version 2 is draft."]);
    expect(await importEdition(renamed("Third"))).toEqual(["other FY27 version 2 is draft."]);
    expect(await importEdition(renamed("Third"), true)).toEqual(["other FY27 version 2 is published."]);
  });

  test("refuses a document that cannot be an edition, with the findings that validate gives", async () => {
    const wrong = { ...example(), program: "wrong", split: { rebatePct: "50", coopPct: "40" } };
    const before = await editions();
    await expect(importEdition(wrong, true)).rejects.toMatchObject({
      code: "edition-not-valid",
      findings: commands.validateEdition(wrong),
    });
    expect(commands.validateEdition(wrong)).toMatchObject([{ rule: "split.sum", field: "split", severity: "blocks" }]);
    expect(await editions()).toBe(before);
  });
});
