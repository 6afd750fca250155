import { beforeAll } from "vitest";
import { enrollmentRoutes, inviteLocations, recordFact } from "../../src/enrollments/index.ts";
import type { Location, Organisation } from "../../src/identity/index.ts";
import { type Actor, idText, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { inTransaction, type Tx } from "../../src/platform/database/index.ts";
import type { EditionDocument } from "../../src/programs/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { type Api, useApi } from "./api.ts";
import { buildPartner, buildPerson, type TestRole } from "./identity.ts";
import { buildWorld, WORLD_NOW, type World } from "./world.ts";

/** A signed agreement in version 2026, and one of two competencies. */
export const REQUIREMENTS: NonNullable<EditionDocument["enrollment"]> = {
  invitationDays: 30,
  requirements: {
    rule: "all-of",
    of: [
      {
        kind: "requirement",
        code: "agreement-signed",
        name: "Partner agreement signed",
        remedy: "Sign the agreement in its present version.",
        check: { kind: "agreement", fact: "partner-agreement", versions: ["2026"] },
      },
      {
        kind: "group",
        name: "Competencies",
        rule: "any-of",
        of: [
          {
            kind: "requirement",
            code: "cloud",
            name: "Cloud competency",
            check: { kind: "held", fact: "cloud-competency" },
          },
          {
            kind: "requirement",
            code: "data",
            name: "Data competency",
            check: { kind: "held", fact: "data-competency" },
          },
        ],
      },
    ],
  },
};

/** A location that can be invited, with the people of its partner. */
export interface Candidate {
  readonly partner: Organisation;
  readonly location: Location;
  readonly admin: Actor;
  readonly user: Actor;
}

/** What tests of enrollments work with. */
export interface EnrollmentDesk {
  readonly world: World;
  readonly api: Api;
  /** The moment the API believes it is. */
  now: Date;
  as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A partner with one location, an incentives admin and an incentives user; `roles` replaces the two. */
  candidate(options?: { readonly roles?: readonly TestRole[] }): Promise<Candidate>;
  /** Records facts that hold from the beginning of the program year. */
  record(location: Location, facts: Readonly<Record<string, string | null>>, validTo?: string): Promise<void>;
  /** Invites a location and gives the path of its enrollment. */
  invite(location: Location): Promise<string>;
  path(enrollmentId: string): string;
}

/** A world whose program asks for what the test says, and the API of enrollments. */
export function useEnrollmentDesk(database: TestDatabase, edition: Partial<EditionDocument> = {}): EnrollmentDesk {
  const held: { world?: World } = {};
  const clock = { now: WORLD_NOW };
  const api = useApi(database, enrollmentRoutes(), () => clock.now);
  beforeAll(async () => {
    held.world = await buildWorld(database.db, { edition });
  });
  const ready = (): World => {
    if (!held.world) throw new Error("the world is built in beforeAll: ask inside a test");
    return held.world;
  };
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, actor, work);
  const path = (id: string): string => `/enrollments/${idText("enrollment", id)}`;
  return {
    get world() {
      return ready();
    },
    api,
    get now() {
      return clock.now;
    },
    set now(at: Date) {
      clock.now = at;
    },
    as,
    path,
    candidate: async ({ roles } = {}) => {
      const { partner, locations } = await buildPartner(database.db, { legalName: "Candidate Ltd" });
      const person = async (own: readonly TestRole[]) =>
        (await buildPerson(database.db, partner, { roles: own })).actor;
      const admin = await person(roles ?? ["incentives-admin"]);
      return { partner, location: locations[0], admin, user: await person(roles ?? ["incentives-user"]) };
    },
    record: async (location, facts, validTo) => {
      for (const [code, value] of Object.entries(facts)) {
        const fact = {
          code,
          value,
          validFrom: "2026-07-01",
          validTo,
          of: "location",
          source: "Partner portal",
        } as const;
        await as(SYSTEM_ACTOR, (tx) =>
          recordFact(tx, { actor: SYSTEM_ACTOR, now: clock.now }, location.id, () => fact),
        );
      }
    },
    invite: async (location) => {
      const { programManager, program } = ready();
      const [invited] = await as(programManager, (tx) =>
        inviteLocations(tx, { actor: programManager, now: clock.now }, program.id, [location.id]),
      );
      if (!invited?.enrollmentId) throw new Error(`not invited: ${invited?.message.text}`);
      return path(invited.enrollmentId);
    },
  };
}
