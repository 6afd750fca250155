import { demoPassword } from "../../src/demo/demo-accounts.ts";

/** Who walks through the journeys: accounts of the demo. */
export const PEOPLE = {
  partner: "incentives-admin@partner.example",
  partnersUser: "incentives-user@partner.example",
  organisationAdmin: "organisation-admin@partner.example",
  otherPartner: "incentives-admin@other-partner.example",
  programManager: "program-manager@vendor.example",
  reviewer: "reviewer@vendor.example",
  secondReviewer: "reviewer-two@vendor.example",
  finance: "finance@vendor.example",
  auditor: "auditor@vendor.example",
} as const;

/** One of them. */
export type Person = (typeof PEOPLE)[keyof typeof PEOPLE];

/** The password of them all. */
export const PASSWORD = demoPassword;
