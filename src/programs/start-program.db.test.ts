import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildPerson } from "../../test/builders/identity.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Said, useWire } from "../../test/wire/wire.ts";
import { type Actor, idText, newUuid } from "../kernel/index.ts";

// docs/editions.md, "A program of one's own".

const database = useDatabase();
const wire = useWire(database);
let world: World;
const desk = editionDesk(wire, () => world);

beforeAll(async () => {
  world = await buildWorld(database.db);
});

interface Started {
  readonly code: string;
  readonly published: boolean;
  readonly programYear: string | null;
  readonly draft: { readonly id: string; readonly status: string; readonly programYear: string };
  readonly findings: readonly { readonly severity: string }[];
}

const start = (body: unknown, actor: Actor = world.programManager) => wire.post(actor, "/programs", body);
const begun = (said: Said): Started => {
  expect(said.status, said.text).toBe(201);
  return said.body as unknown as Started;
};
const codesOf = async (actor: Actor) => (await wire.get(actor, "/programs")).body.items.map(({ code }) => code);
const refusal = async (body: unknown, actor?: Actor) => {
  const { status, body: said } = await start(body, actor);
  return [status, said.code, said.errors?.[0]?.field];
};

describe("a program of one's own", () => {
  test("begins with a draft in its year, which nothing keeps from being published", async () => {
    const said = begun(
      await start({
        code: "partner-events",
        name: "Partner events",
        programYear: "FY27",
        currency: "USD",
        template: "events",
      }),
    );
    expect(said).toMatchObject({ code: "partner-events", published: false, programYear: null });
    expect(said.draft).toMatchObject({ status: "draft", programYear: "FY27" });
    expect(said.findings.filter(({ severity }) => severity === "blocks")).toEqual([]);
    const draft = desk.asEdition(await desk.get(said.draft.id));
    expect(draft.document).toMatchObject({
      program: "partner-events",
      programName: "Partner events",
      currencies: ["USD"],
    });
    expect(draft.source).toMatchObject({ format: "yaml", text: expect.stringContaining("source: allocation") });
    // What a template says about its own figures is not said about others.
    expect(draft.source?.text).not.toMatch(/(^|\s)# /);
  });

  test("is the vendor's alone until it is published; then partners see it and its guide at once", async () => {
    const { draft } = begun(await start({ code: "hidden", name: "Hidden", programYear: "FY27", template: "mdf" }));
    const partner = world.incentivesAdmin;
    expect(await codesOf(world.auditor)).toContain("hidden");
    expect(await codesOf(partner)).not.toContain("hidden");
    for (const path of ["", "/editions", "/guide", "/windows", "/activity-types", "/changes", "/contacts"]) {
      expect((await wire.get(partner, `/programs/hidden${path}`)).status, path).toBe(404);
    }
    expect((await wire.get(partner, `/editions/${draft.id}`)).status).toBe(404);
    expect((await desk.publish(draft.id)).status).toBe(200);
    expect(await codesOf(partner)).toContain("hidden");
    expect((await wire.get(partner, "/programs/hidden/guide")).status).toBe(200);
    expect((await wire.get(world.auditor, "/programs/hidden")).body).toMatchObject({
      published: true,
      programYear: "FY27",
    });
  });

  test("may be a copy of any edition in sight, moved to another year", async () => {
    const edition = idText("edition", world.edition.id);
    const said = begun(await start({ code: "coop-north", name: "Co-op north", programYear: "FY29", edition }));
    expect(desk.asEdition(await desk.get(said.draft.id)).document).toMatchObject({
      program: "coop-north",
      programYear: "FY29",
      startsOn: "2028-07-01",
    });
  });

  test("may begin with a document of one's own, whatever program that was written for", async () => {
    const said = begun(await start({ code: "own-words", name: "Own words", document: coopFor("FY28") }));
    expect(said.draft.programYear).toBe("FY28");
    expect((await desk.publish(said.draft.id)).status).toBe(200);
  });

  test("that lost its only draft is begun anew under the same code", async () => {
    const first = begun(await start({ code: "second-try", name: "First", template: "coop", programYear: "FY27" }));
    expect((await desk.remove(first.draft.id)).status).toBe(204);
    const again = begun(await start({ code: "second-try", name: "Second", template: "wallet", programYear: "FY27" }));
    expect((await wire.get(world.auditor, "/programs/second-try")).body).toMatchObject({ name: "Second" });
    expect(desk.asEdition(await desk.get(again.draft.id)).version).toBe(1);
  });
});

describe("what is refused", () => {
  test("a code that is taken, malformed, or a beginning that there is not, by field", async () => {
    const name = "X";
    expect(await refusal({ code: "coop", name, template: "coop" })).toEqual([409, "program-exists", "code"]);
    expect(await refusal({ code: "Not A Code", name, template: "coop" })).toEqual([422, "invalid-body", "code"]);
    expect(await refusal({ code: "x", name: " ", template: "coop" })).toEqual([422, "invalid-body", "name"]);
    expect(await refusal({ code: "x", name, template: "nothing" })).toEqual([422, "invalid-body", "template"]);
    expect(await refusal({ code: "x", name })).toEqual([422, "invalid-body", "template"]);
    expect(await refusal({ code: "x", name, template: "coop", document: {} })).toEqual([
      422,
      "invalid-body",
      "template",
    ]);
    expect(await refusal({ code: "x", name, document: { program: "x" } })).toEqual([422, "invalid-body", "document"]);
    expect(await refusal({ code: "x", name, edition: idText("edition", newUuid()) })).toEqual([
      422,
      "invalid-body",
      "edition",
    ]);
    expect(await refusal({ code: "x", name, template: "coop", programYear: "2027" })).toEqual([
      422,
      "invalid-body",
      "programYear",
    ]);
    expect(await refusal({ code: "x", name, template: "coop", currency: "XXQ" })).toEqual([
      422,
      "invalid-body",
      "currency",
    ]);
    expect(await codesOf(world.auditor)).not.toContain("x");
  });

  test("whoever does not manage all programs, before anything is read", async () => {
    const single = await buildPerson(database.db, world.vendor, {
      roles: [{ role: "program-manager", programId: world.program.id }],
    });
    for (const actor of [world.incentivesAdmin, world.reviewer, world.auditor, single.actor]) {
      expect(await refusal({ nonsense: true }, actor)).toEqual([403, "not-program-manager", undefined]);
    }
    expect((await wire.get(single.actor, "/program-templates")).body.abilities["create"]).toMatchObject({
      allowed: false,
    });
    expect((await wire.get(world.programManager, "/program-templates")).body.abilities["create"]).toEqual({
      allowed: true,
    });
    expect((await wire.get(world.incentivesAdmin, "/program-templates")).status).toBe(403);
  });

  test("two who choose the same code at once: one begins, the other is told", async () => {
    const wish = { code: "raced", name: "Raced", template: "coop", programYear: "FY27" };
    const said = await Promise.all([start(wish), start(wish), start(wish)]);
    expect(said.map(({ status }) => `${status}`).toSorted()).toEqual(["201", "409", "409"]);
  });

  test("a request that is sent again begins nothing twice", async () => {
    const key = newUuid();
    const send = () =>
      wire.call(world.programManager, "POST", "/programs", {
        body: { code: "once", name: "Once", template: "plans", programYear: "FY27" },
        headers: { "idempotency-key": key },
      });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers["idempotency-hit"]).toBe("true");
    expect(second.text).toBe(first.text);
  });
});
