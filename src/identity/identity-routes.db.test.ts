import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPartner, buildPerson, buildVendor } from "../../test/builders/identity.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { type Actor, idText, newUuid } from "../kernel/index.ts";
import { answerUnknownPaths, createServer, serveRoutes } from "../platform/http/index.ts";
import { createLog } from "../platform/log/index.ts";
import { identityRoutes } from "./identity-routes.ts";
import type { Location } from "./person.ts";

const database = useDatabase();
const COOP = newUuid();

let app: FastifyInstance;
let current: Actor | undefined;
let ann: Awaited<ReturnType<typeof buildPartner>>;
let bob: Awaited<ReturnType<typeof buildPartner>>;
let york: Location;
let admin: Actor;
let user: Actor;
let newcomer: Actor;
let reviewer: Actor;
let vendorAdmin: Actor;

beforeAll(async () => {
  const { db } = database;
  ann = await buildPartner(db, {
    displayName: "Ann",
    locations: [
      { name: "Leeds", isHeadquarters: true, address: { lines: ["1 High Street"], city: "Leeds" } },
      { name: "York" },
    ],
  });
  const second = ann.locations[1];
  if (!second) throw new Error("two locations were asked for");
  york = second;
  bob = await buildPartner(db, { displayName: "Bob 100%" });
  const vendor = await buildVendor(db);
  admin = (
    await buildPerson(db, ann.partner, {
      name: "Ada",
      email: "ada@example.com",
      locale: "de-DE",
      roles: ["organisation-admin"],
    })
  ).actor;
  user = (await buildPerson(db, ann.partner)).actor;
  user = { ...user, grants: [{ role: "incentives-user", programId: COOP, locationId: ann.locations[0].id }] };
  newcomer = (await buildPerson(db, ann.partner)).actor;
  reviewer = (await buildPerson(db, vendor, { roles: ["reviewer"] })).actor;
  vendorAdmin = (await buildPerson(db, vendor, { roles: ["vendor-admin"] })).actor;
  app = await createServer({ log: createLog("silent"), secure: false, whoIs: () => Promise.resolve(current) });
  serveRoutes(
    app,
    identityRoutes({
      programCodes: () => Promise.resolve(new Map([[COOP, "coop"]])),
      programNames: () => Promise.resolve(new Map([[COOP, { code: "coop", name: "Co-op" }]])),
      programId: (_, code) => Promise.resolve(code === "coop" ? COOP : undefined),
    }),
    {
      db,
      now: () => new Date(),
    },
  );
  answerUnknownPaths(app);
});
afterAll(() => app.close());

async function get<T = Record<string, unknown>>(
  actor: Actor | undefined,
  url: string,
): Promise<{ status: number; body: T; etag: unknown }> {
  current = actor;
  const answer = await app.inject({ url: `/api/v1${url}` });
  return { status: answer.statusCode, body: answer.json<T>(), etag: answer.headers["etag"] };
}

type Names = { items: { name: string }[]; nextCursor: string | null };
const names = async (actor: Actor, url: string) => (await get<Names>(actor, url)).body.items.map((item) => item.name);

describe("GET /me", () => {
  test("tells a person with one pair his role by the program's code and the location's name", async () => {
    const { status, body } = await get(user, "/me");
    expect(status).toBe(200);
    expect(body["grants"]).toEqual([
      {
        role: "incentives-user",
        program: "coop",
        location: { id: idText("location", ann.locations[0].id), name: "Leeds" },
      },
    ]);
    expect(body["abilities"]).toMatchObject({
      viewFunds: { allowed: true },
      createClaims: { allowed: true },
      adjustFunds: { allowed: false, reason: "role-missing" },
    });
  });

  test("tells an organisation admin who he is", async () => {
    expect((await get(admin, "/me")).body).toMatchObject({
      id: idText("person", admin.personId),
      name: "Ada",
      email: "ada@example.com",
      locale: "de-DE",
      side: "partner",
      organisation: { id: idText("organisation", ann.partner.id), name: "Ann" },
      grants: [{ role: "organisation-admin", program: null, location: null }],
      abilities: { assignRoles: { allowed: true }, reviewClaims: { allowed: false } },
    });
  });

  test("tells somebody of the vendor what he may do", async () => {
    expect((await get(reviewer, "/me")).body).toMatchObject({
      side: "vendor",
      abilities: { reviewClaims: { allowed: true }, adjustFunds: { allowed: false } },
    });
    expect((await get(vendorAdmin, "/me")).body).toMatchObject({
      abilities: { viewPartners: { allowed: true }, viewClaims: { allowed: false }, viewFunds: { allowed: false } },
    });
  });

  test("asks to sign in when nobody is signed in", async () => {
    expect(await get(undefined, "/me")).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
  });
});

describe("GET /partners", () => {
  test("lists all partners for the vendor, the own organisation for a partner", async () => {
    expect(await names(reviewer, "/partners")).toEqual(["Ann", "Bob 100%"]);
    expect(await names(reviewer, "/partners?sort=-name")).toEqual(["Bob 100%", "Ann"]);
    expect(await names(admin, "/partners")).toEqual(["Ann"]);
  });

  test("finds by a part of the name, taken literally", async () => {
    expect(await names(reviewer, "/partners?q=0%25")).toEqual(["Bob 100%"]);
    expect(await names(reviewer, "/partners?q=_")).toEqual([]);
  });

  test("pages by cursor", async () => {
    const first = await get<Names>(reviewer, "/partners?limit=1");
    expect(first.body.nextCursor).not.toBeNull();
    const second = await get<Names>(reviewer, `/partners?limit=1&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items].map((item) => item.name)).toEqual(["Ann", "Bob 100%"]);
    expect(second.body.nextCursor).toBeNull();
  });

  test("shows one with its version as ETag; another partner's, the vendor's, an unknown and a malformed id are all not found", async () => {
    expect(await get(admin, `/partners/${idText("organisation", ann.partner.id)}`)).toMatchObject({
      status: 200,
      etag: '"1"',
      body: { legalName: "Ann Partner Ltd" },
    });
    const strangers = [
      idText("organisation", bob.partner.id),
      idText("organisation", reviewer.organisationId),
      idText("organisation", newUuid()),
      "org_nonsense",
      idText("location", ann.partner.id),
    ];
    const answers = await Promise.all(strangers.map((id) => get(admin, `/partners/${id}`)));
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], status: 404 });
  });
});

describe("GET /locations", () => {
  test("lists what lies in the person's scope", async () => {
    expect(await names(reviewer, "/locations")).toEqual(["Leeds", "Leeds", "York"]);
    expect(await names(admin, "/locations")).toEqual(["Leeds", "York"]);
    expect(await names(user, "/locations")).toEqual(["Leeds"]);
    expect(await names(newcomer, "/locations")).toEqual([]);
  });

  test("narrows to a partner and to a part of name or PartnerID", async () => {
    expect(await names(reviewer, `/locations?partner=${idText("organisation", ann.partner.id)}`)).toEqual([
      "Leeds",
      "York",
    ]);
    expect(await names(reviewer, `/locations?q=${york.partnerNumber.slice(2)}`)).toEqual(["York"]);
    expect((await get(reviewer, "/locations?partner=nonsense")).status).toBe(422);
  });

  test("shows one with its PartnerID; one outside the scope or of another partner is not found", async () => {
    const leeds = ann.locations[0];
    expect(await get(user, `/locations/${idText("location", leeds.id)}`)).toMatchObject({
      status: 200,
      body: {
        name: "Leeds",
        partnerId: leeds.partnerNumber,
        partner: { name: "Ann" },
        address: { lines: ["1 High Street"], city: "Leeds" },
        isHeadquarters: true,
      },
    });
    expect((await get(user, `/locations/${idText("location", york.id)}`)).status).toBe(404);
    expect((await get(admin, `/locations/${idText("location", bob.locations[0].id)}`)).status).toBe(404);
  });
});
