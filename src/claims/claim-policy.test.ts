import { describe, expect, test } from "vitest";
import { plainClaim } from "../../test/builders/plain-claim.ts";
import { type Actor, type Role, type RoleGrant, SYSTEM_ACTOR } from "../kernel/index.ts";
import { claimAbilities, mayComment, mayCreateClaimFor, mayEdit, maySee, mayStep } from "./claim-policy.ts";
import type { ClaimVerb } from "./claim-transitions.ts";

const HERE = { programId: "coop", locationId: "leeds" };
const grant = (role: Role, scope: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  programId: null,
  locationId: null,
  ...scope,
});
const partner = (personId: string, ...grants: RoleGrant[]): Actor => ({
  side: "partner",
  personId,
  organisationId: "northlight",
  grants,
});
const vendor = (personId: string, ...grants: RoleGrant[]): Actor => ({
  side: "vendor",
  personId,
  organisationId: "vendor",
  grants,
});

const admin = partner("ira", grant("incentives-admin"));
const organisationAdmin = partner("otto", grant("organisation-admin"));
const user = partner("uma", grant("incentives-user", HERE));
const userElsewhere = partner("una", grant("incentives-user", { programId: "coop", locationId: "york" }));
const userOfOtherProgram = partner("ulf", grant("incentives-user", { programId: "plans", locationId: "leeds" }));
const auditorOfPartner = partner("ada", grant("partner-auditor"));
const stranger: Actor = { ...admin, personId: "eve", organisationId: "other" };
const reviewer = vendor("rae", grant("reviewer"));
const reviewerOfOtherProgram = vendor("rob", grant("reviewer", { programId: "plans" }));
const manager = vendor("pat", grant("program-manager"));

const everybodySubmits = { incentivesUserMaySubmit: true };
const adminsSubmit = { incentivesUserMaySubmit: false };
const claim = plainClaim();
const may = (actor: Actor, verb: ClaimVerb, switches = everybodySubmits) => {
  const answer = mayStep(actor, verb, claim, switches);
  return answer.allowed ? "yes" : answer.reason;
};

describe("who sees a claim", () => {
  test.each([
    ["an incentives admin of the partner", admin, true],
    ["an incentives user of the program and location", user, true],
    ["an auditor of the partner", auditorOfPartner, true],
    ["a reviewer", reviewer, true],
    ["a program manager", manager, true],
    ["the program itself", SYSTEM_ACTOR, true],
    ["an incentives user of another location", userElsewhere, false],
    ["an incentives user of another program", userOfOtherProgram, false],
    ["an admin of another partner", stranger, false],
    ["a reviewer of another program", reviewerOfOtherProgram, false],
    ["somebody of the partner without a role", partner("nil"), false],
  ])("%s: %#", (_, actor, sees) => {
    expect(maySee(actor, claim)).toBe(sees);
  });
});

describe("who takes a step", () => {
  test.each<ClaimVerb>(["submit", "withdraw", "cancel", "resume"])("the partner's own people may %s", (verb) => {
    expect([may(admin, verb), may(organisationAdmin, verb), may(user, verb)]).toEqual(["yes", "yes", "yes"]);
    expect([may(auditorOfPartner, verb), may(userElsewhere, verb)]).toEqual(["role-missing", "role-missing"]);
    expect([may(reviewer, verb), may(SYSTEM_ACTOR, verb)]).toEqual(["role-missing", "role-missing"]);
  });

  test.each<ClaimVerb>(["open", "requestInformation", "approve", "reject"])("reviewers only may %s", (verb) => {
    expect(may(reviewer, verb)).toBe("yes");
    expect([may(manager, verb), may(reviewerOfOtherProgram, verb)]).toEqual(["role-missing", "role-missing"]);
    expect([may(admin, verb), may(SYSTEM_ACTOR, verb)]).toEqual(["role-missing", "role-missing"]);
  });

  test("claims expire by the clock alone", () => {
    expect([may(SYSTEM_ACTOR, "expire"), may(admin, "expire"), may(reviewer, "expire")]).toEqual([
      "yes",
      "system-only",
      "system-only",
    ]);
  });

  test("where the program keeps submission to admins, a user is told to ask one", () => {
    for (const verb of ["submit", "withdraw"] as const) {
      expect(may(user, verb, adminsSubmit)).toBe("admins-only");
      expect([may(admin, verb, adminsSubmit), may(organisationAdmin, verb, adminsSubmit)]).toEqual(["yes", "yes"]);
    }
    expect(may(user, "cancel", adminsSubmit)).toBe("yes");
  });

  test("nobody decides on a claim he made or sent, nor on one of his own organisation", () => {
    const judge = (changes: Parameters<typeof plainClaim>[0]) => {
      const answer = mayStep(reviewer, "approve", plainClaim(changes), everybodySubmits);
      return answer.allowed ? "yes" : answer.reason;
    };
    expect(judge({ createdBy: "rae" })).toBe("own-claim");
    expect(judge({ submittedBy: "rae" })).toBe("own-claim");
    expect(judge({ partnerId: "vendor" })).toBe("own-organisation");
    expect(judge({})).toBe("yes");
  });
});

describe("what is no step", () => {
  test("claimants change and create claims inside their scope", () => {
    expect([admin, user].map((actor) => mayEdit(actor, claim).allowed)).toEqual([true, true]);
    expect([auditorOfPartner, userElsewhere, reviewer].map((actor) => mayEdit(actor, claim).allowed)).toEqual([
      false,
      false,
      false,
    ]);
    expect(mayCreateClaimFor(user, HERE).allowed).toBe(true);
    expect(mayCreateClaimFor(user, { ...HERE, locationId: "york" }).allowed).toBe(false);
  });

  test("claimants and reviewers comment, readers do not", () => {
    expect([admin, user, reviewer].map((actor) => mayComment(actor, claim).allowed)).toEqual([true, true, true]);
    expect([auditorOfPartner, manager].map((actor) => mayComment(actor, claim).allowed)).toEqual([false, false]);
  });
});

describe("abilities", () => {
  const reasons = (actor: Actor, changes: Parameters<typeof plainClaim>[0] = {}) =>
    Object.fromEntries(
      Object.entries(claimAbilities(actor, plainClaim(changes), everybodySubmits)).map(
        ([verb, { allowed, reason }]) => [verb, allowed ? "yes" : reason],
      ),
    );

  test("a partner may withdraw a submitted claim, and is told why nothing else", () => {
    expect(reasons(admin)).toEqual({
      submit: "wrong-status",
      withdraw: "yes",
      cancel: "wrong-status",
      resume: "wrong-status",
      open: "role-missing",
      requestInformation: "role-missing",
      approve: "role-missing",
      reject: "role-missing",
      edit: "wrong-status",
      comment: "yes",
    });
  });

  test("a reviewer opens a submitted claim or asks for something; decides after opening it", () => {
    expect(reasons(reviewer)).toMatchObject({ open: "yes", requestInformation: "yes", approve: "wrong-status" });
    expect(reasons(reviewer, { status: "under_review" })).toMatchObject({ approve: "yes", reject: "yes" });
  });

  test("while the checklist is open, the submission says what is missing", () => {
    const missing = {
      allowed: false,
      reason: "evidence-missing",
      message: "Add a picture.",
      words: { message: "Add a picture." },
    } as const;
    const { submit } = claimAbilities(user, plainClaim({ status: "editing" }), everybodySubmits, missing);
    expect(submit).toEqual(missing);
  });
});
