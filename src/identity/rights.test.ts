import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, PARTNER_ROLES, type Role, type Side, SYSTEM_ACTOR, VENDOR_ROLES } from "../kernel/index.ts";
import { contains, covers, holds, mayAnywhere, permission, RIGHTS, rolesWith, scopesOf } from "./rights.ts";

const PARTNER = "partner";
const VENDOR = "vendor";

function actorOf(side: Side, ...grants: { role: Role; programId?: string; locationId?: string }[]): Actor {
  return {
    side,
    personId: "p",
    organisationId: "o",
    grants: grants.map(({ role, programId = null, locationId = null }) => ({ role, programId, locationId })),
  };
}

const anyId = fc.constantFrom("a", "b", "c");
const anyScope = fc.record({ programId: fc.option(anyId), locationId: fc.option(anyId) });
const anyPair = fc.record({ programId: anyId, locationId: anyId });
const anyRight = fc.constantFrom(...RIGHTS);
const anyRole = fc.constantFrom<Role>(...PARTNER_ROLES, ...VENDOR_ROLES);
const anyGrant = fc.record({ role: anyRole, programId: fc.option(anyId), locationId: fc.option(anyId) });
const anyActor = fc.record({
  side: fc.constantFrom<Side>(PARTNER, VENDOR),
  personId: fc.constant("p"),
  organisationId: fc.constant("o"),
  grants: fc.array(anyGrant, { maxLength: 5 }),
});

/** Table 2.3 of the rulebook as it reads, for the rights of this program. A new right must be placed here too. */
const TABLE: Readonly<Record<string, string>> = {
  "program.view":
    "organisation-admin account-admin incentives-admin incentives-user billing-admin partner-auditor program-manager reviewer finance auditor vendor-admin",
  "program.maintain": "program-manager",
  "partner.view":
    "organisation-admin account-admin incentives-admin incentives-user billing-admin partner-auditor program-manager reviewer finance auditor vendor-admin",
  "enrollment.answer": "incentives-admin",
  "enrollment.confirm-payout": "finance",
  "fund.view":
    "organisation-admin account-admin incentives-admin incentives-user partner-auditor program-manager reviewer finance auditor",
  "fund.adjust": "finance",
  "plan.view":
    "organisation-admin incentives-admin incentives-user billing-admin partner-auditor program-manager reviewer finance auditor",
  "plan.edit": "organisation-admin incentives-admin billing-admin",
  "plan.submit": "organisation-admin incentives-admin billing-admin",
  "plan.comment": "organisation-admin incentives-admin billing-admin reviewer",
  "plan.review": "reviewer",
  "plan.pay": "finance",
  "claim.view":
    "organisation-admin incentives-admin incentives-user partner-auditor program-manager reviewer finance auditor",
  "claim.edit": "organisation-admin incentives-admin incentives-user",
  "claim.submit": "organisation-admin incentives-admin incentives-user",
  "claim.submit-for-users": "organisation-admin incentives-admin",
  "claim.dispute": "incentives-admin incentives-user",
  "evidence.upload": "organisation-admin account-admin incentives-admin incentives-user billing-admin",
  "evidence.view":
    "organisation-admin account-admin incentives-admin incentives-user billing-admin partner-auditor program-manager reviewer finance auditor",
  "claim.comment": "organisation-admin incentives-admin incentives-user reviewer",
  "claim.review": "reviewer",
  "history.view":
    "organisation-admin incentives-admin incentives-user partner-auditor program-manager reviewer finance auditor",
  "person.view":
    "organisation-admin account-admin incentives-admin incentives-user billing-admin partner-auditor auditor vendor-admin",
  "person.manage": "vendor-admin",
  "setting.manage": "vendor-admin",
  "role.assign": "organisation-admin account-admin vendor-admin",
};

describe("who may do what", () => {
  test("every role has exactly the rights of the rulebook's table, no more and no less", () => {
    const roles: readonly Role[] = [...PARTNER_ROLES, ...VENDOR_ROLES];
    const granted = RIGHTS.flatMap((right) =>
      roles
        .filter((role) => holds(actorOf(VENDOR_ROLES.some((r) => r === role) ? VENDOR : PARTNER, { role }), right))
        .map((role) => `${right}: ${role}`),
    );
    const wanted = Object.entries(TABLE).flatMap(([right, names]) =>
      names.split(" ").map((role) => `${right}: ${role}`),
    );
    expect(granted.toSorted()).toEqual(wanted.toSorted());
  });

  test("nobody gets a right without a role that carries it", () => {
    fc.assert(
      fc.property(anyActor, anyRight, fc.option(anyPair, { nil: undefined }), (actor, right, pair) => {
        if (holds(actor, right, pair))
          expect(actor.grants.some((grant) => rolesWith(right).includes(grant.role))).toBe(true);
      }),
    );
  });

  test("a vendor's role means nothing in the hands of a partner, and the other way round", () => {
    for (const right of RIGHTS) {
      for (const role of VENDOR_ROLES) expect(holds(actorOf(PARTNER, { role }), right)).toBe(false);
      for (const role of PARTNER_ROLES) expect(holds(actorOf(VENDOR, { role }), right)).toBe(false);
    }
  });

  test("whoever may act on claims or plans may also see them", () => {
    for (const subject of ["claim", "plan", "fund"] as const) {
      for (const right of RIGHTS.filter((name) => name.startsWith(`${subject}.`))) {
        for (const role of rolesWith(right)) expect(rolesWith(`${subject}.view`)).toContain(role);
      }
    }
  });

  test("nobody decides what he can also ask for: no role both submits and reviews", () => {
    expect(rolesWith("claim.submit").filter((role) => rolesWith("claim.review").includes(role))).toEqual([]);
    expect(rolesWith("plan.submit").filter((role) => rolesWith("plan.review").includes(role))).toEqual([]);
  });

  test("the vendor's administrator decides nothing and sees neither claims nor funds", () => {
    const admin = actorOf(VENDOR, { role: "vendor-admin" });
    for (const right of [
      "claim.view",
      "claim.review",
      "fund.view",
      "fund.adjust",
      "plan.view",
      "plan.review",
      "program.maintain",
    ] as const) {
      expect(mayAnywhere(admin, right)).toBe(false);
    }
  });

  test("auditors read and change nothing", () => {
    for (const auditor of [actorOf(VENDOR, { role: "auditor" }), actorOf(PARTNER, { role: "partner-auditor" })]) {
      expect(RIGHTS.filter((right) => holds(auditor, right) && !right.endsWith(".view"))).toEqual([]);
    }
  });

  test("the program itself may do everything: no person acts as it", () => {
    for (const right of RIGHTS) expect(holds(SYSTEM_ACTOR, right)).toBe(true);
  });
});

describe("for which program and location", () => {
  test("a role holds for its pair only; null means all of them", () => {
    const user = actorOf(PARTNER, { role: "incentives-user", programId: "coop", locationId: "leeds" });
    expect(holds(user, "claim.edit", { programId: "coop", locationId: "leeds" })).toBe(true);
    expect(holds(user, "claim.edit", { programId: "coop", locationId: "york" })).toBe(false);
    expect(holds(user, "claim.edit", { programId: "plans", locationId: "leeds" })).toBe(false);
    const everywhere = actorOf(PARTNER, { role: "incentives-user", programId: "coop" });
    expect(holds(everywhere, "claim.edit", { programId: "coop", locationId: "york" })).toBe(true);
  });

  test("program of one role and location of another do not add up to a right for the pair", () => {
    const user = actorOf(
      PARTNER,
      { role: "incentives-user", programId: "coop", locationId: "leeds" },
      { role: "incentives-user", programId: "plans", locationId: "york" },
    );
    expect(holds(user, "claim.edit", { programId: "coop", locationId: "york" })).toBe(false);
  });

  test("a list shows exactly the pairs in which the right is held", () => {
    fc.assert(
      fc.property(anyActor, anyRight, anyPair, (actor, right, pair) => {
        const scopes = scopesOf(actor, right);
        const listed = scopes === "all" || scopes.some((scope) => covers(scope, pair));
        expect(listed).toBe(holds(actor, right, pair));
      }),
    );
  });

  test("scopes of a list never contain one another", () => {
    fc.assert(
      fc.property(anyActor, anyRight, (actor, right) => {
        const scopes = scopesOf(actor, right);
        if (scopes === "all") return;
        for (const [i, a] of scopes.entries())
          for (const [j, b] of scopes.entries()) expect(i !== j && contains(a, b)).toBe(false);
      }),
    );
  });

  test("a scope contains another exactly when it covers every pair of it", () => {
    const ids = ["a", "b", "c", "d"];
    fc.assert(
      fc.property(anyScope, anyScope, (outer, inner) => {
        const pairs = ids
          .flatMap((programId) => ids.map((locationId) => ({ programId, locationId })))
          .filter((pair) => covers(inner, pair));
        expect(contains(outer, inner)).toBe(pairs.every((pair) => covers(outer, pair)));
      }),
    );
  });
});

describe("why not", () => {
  test("a refusal tells a missing role from a role for something else", () => {
    const user = actorOf(PARTNER, { role: "incentives-user", programId: "coop", locationId: "leeds" });
    expect(permission(user, "claim.edit", "edit claims", { programId: "coop", locationId: "york" })).toMatchObject({
      reason: "outside-your-scope",
    });
    expect(permission(user, "role.assign", "give roles")).toMatchObject({ allowed: false, reason: "role-missing" });
    expect(permission(user, "claim.edit", "edit claims")).toEqual({ allowed: true });
  });
});
