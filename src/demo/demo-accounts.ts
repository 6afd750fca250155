import { word } from "../kernel/index.ts";

/** A person who can sign in to the demo. */
export interface DemoAccount {
  readonly email: string;
  /** Who it is, as the sign-in page says it in the language of whoever reads it. */
  readonly who: string;
}

/** The one password of all demo accounts. They exist in demo mode only. */
export const demoPassword = "demo-password";

/** The accounts that the demo promises (README.md, "The demo"), in the order in which the sign-in page offers them. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    email: "incentives-admin@partner.example",
    who: word("Incentives admin of the first partner, all its locations and programs"),
  },
  {
    email: "incentives-user@partner.example",
    who: word("Incentives user of the first partner: one location, one program"),
  },
  { email: "organisation-admin@partner.example", who: word("Organisation admin of the first partner") },
  { email: "reviewer@vendor.example", who: word("Reviewer at the vendor: decides on plans and claims") },
  { email: "reviewer-two@vendor.example", who: word("A second reviewer at the vendor") },
  { email: "finance@vendor.example", who: word("Finance at the vendor: adjusts funds, posts payments under plans") },
  { email: "program-manager@vendor.example", who: word("Program manager at the vendor: maintains programs") },
  { email: "auditor@vendor.example", who: word("Auditor at the vendor: reads everything") },
  {
    email: "admin@vendor.example",
    who: word("Vendor administrator: decides nothing"),
  },
  {
    email: "incentives-admin@other-partner.example",
    who: word("Incentives admin of another partner: never sees the first one's data"),
  },
];
