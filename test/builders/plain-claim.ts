import type { Claim } from "../../src/claims/index.ts";

/** A submitted claim as plain data, for rules that need no database. */
export function plainClaim(changes: Partial<Claim> = {}): Claim {
  const at = new Date("2026-11-23T12:00:00Z");
  return {
    id: "claim",
    partnerId: "northlight",
    programId: "coop",
    locationId: "leeds",
    number: "C-2026-000001",
    name: "Autumn banners",
    fundId: "fund",
    editionId: "edition",
    usagePeriod: "FY27-H1",
    activityType: "digital-advertising",
    planActivityId: null,
    executionDate: "2026-10-02",
    currency: "USD",
    amountClaimed: { minor: 100_000n, currency: "USD" },
    amountApproved: null,
    preApprovalId: null,
    status: "submitted",
    round: 1,
    version: 2,
    dueAt: at,
    dueOn: "2026-11-25",
    dueSide: "vendor",
    reasonCode: null,
    acknowledged: [],
    createdAt: at,
    createdBy: "ira",
    updatedAt: at,
    submittedAt: at,
    submittedBy: "uma",
    openedBy: null,
    decidedAt: null,
    decidedBy: null,
    ...changes,
  };
}
