import { describe, expect, test } from "vitest";
import type { Actor, Role } from "../kernel/index.ts";
import type { Person } from "./person.ts";
import type { GrantScope } from "./rights.ts";
import { mayAssign } from "./role-policy.ts";

const ALL: GrantScope = { programId: null, locationId: null };

function personOn(side: "vendor" | "partner", id = "somebody"): Person {
  return {
    id,
    organisationId: "o",
    side,
    partnerId: side === "partner" ? "o" : null,
    name: "Kim",
    email: "kim@example.com",
    state: "active",
    locale: "en-GB",
  };
}

function actorWith(role: Role, side: "vendor" | "partner", scope = ALL): Actor {
  return { side, personId: "me", organisationId: "o", grants: [{ role, ...scope }] };
}

const reasonOf = (answer: ReturnType<typeof mayAssign>) => (answer.allowed ? "yes" : answer.reason);

describe("who gives roles", () => {
  test("an organisation admin gives every role of the partner, also to himself", () => {
    const admin = actorWith("organisation-admin", "partner");
    expect(reasonOf(mayAssign(admin, personOn("partner"), "organisation-admin", ALL))).toBe("yes");
    expect(reasonOf(mayAssign(admin, personOn("partner", "me"), "incentives-admin", ALL))).toBe("yes");
  });

  test("an account admin gives all roles but the organisation admin's", () => {
    const admin = actorWith("account-admin", "partner");
    expect(reasonOf(mayAssign(admin, personOn("partner", "me"), "incentives-admin", ALL))).toBe("yes");
    expect(reasonOf(mayAssign(admin, personOn("partner"), "organisation-admin", ALL))).toBe("tenant-role");
  });

  test("an account admin of one location gives no role for another or for all", () => {
    const admin = actorWith("account-admin", "partner", { programId: null, locationId: "leeds" });
    expect(
      reasonOf(mayAssign(admin, personOn("partner"), "incentives-user", { programId: "coop", locationId: "leeds" })),
    ).toBe("yes");
    expect(reasonOf(mayAssign(admin, personOn("partner"), "incentives-user", ALL))).toBe("outside-your-scope");
    expect(
      reasonOf(mayAssign(admin, personOn("partner"), "incentives-user", { programId: null, locationId: "york" })),
    ).toBe("outside-your-scope");
  });

  test("an incentives admin gives no roles", () => {
    expect(
      reasonOf(mayAssign(actorWith("incentives-admin", "partner"), personOn("partner"), "incentives-user", ALL)),
    ).toBe("role-missing");
  });

  test("a vendor administrator gives colleagues their roles, but himself none", () => {
    const admin = actorWith("vendor-admin", "vendor");
    expect(reasonOf(mayAssign(admin, personOn("vendor"), "reviewer", ALL))).toBe("yes");
    expect(reasonOf(mayAssign(admin, personOn("vendor", "me"), "reviewer", ALL))).toBe("own-roles");
  });

  test("in a partner, a vendor administrator names the organisation admin and nobody else", () => {
    const admin = actorWith("vendor-admin", "vendor");
    expect(reasonOf(mayAssign(admin, personOn("partner"), "organisation-admin", ALL))).toBe("yes");
    expect(reasonOf(mayAssign(admin, personOn("partner"), "incentives-admin", ALL))).toBe("partner-assigns-itself");
  });
});
