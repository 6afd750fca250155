import type { Role } from "../kernel/index.ts";
import type { LocationKey } from "./demo-locations.ts";
import type { PartnerKey } from "./demo-partners.ts";

/** People who act in the demo. */
export type PersonKey =
  | "priya"
  | "rosa"
  | "tomasz"
  | "fiona"
  | "anders"
  | "vera"
  | "olivia"
  | "ian"
  | "uma"
  | "jonas"
  | "haruka"
  | "gwen";

/** Who claims for a partner unless a story names somebody else. */
export const CLAIMANT: Readonly<Record<PartnerKey, PersonKey>> = {
  alder: "ian",
  kontor: "jonas",
  minato: "haruka",
  harbour: "gwen",
};

/** A person; with `signsIn` one of the demo accounts. */
export interface DemoPerson {
  readonly at: "vendor" | PartnerKey;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale?: string;
  readonly signsIn: boolean;
  /** The role holds for this location and the co-op program only. */
  readonly only?: LocationKey;
}

/** The people. Those of the last two partners have no password: they were never promised to anybody. */
export const PEOPLE: Readonly<Record<PersonKey, DemoPerson>> = {
  priya: {
    at: "vendor",
    name: "Priya Raman",
    email: "program-manager@vendor.example",
    role: "program-manager",
    signsIn: true,
  },
  rosa: { at: "vendor", name: "Rosa Delgado", email: "reviewer@vendor.example", role: "reviewer", signsIn: true },
  tomasz: { at: "vendor", name: "Tomasz Nowak", email: "reviewer-two@vendor.example", role: "reviewer", signsIn: true },
  fiona: { at: "vendor", name: "Fiona Grant", email: "finance@vendor.example", role: "finance", signsIn: true },
  anders: { at: "vendor", name: "Anders Holm", email: "auditor@vendor.example", role: "auditor", signsIn: true },
  vera: { at: "vendor", name: "Vera Okafor", email: "admin@vendor.example", role: "vendor-admin", signsIn: true },
  olivia: {
    at: "alder",
    name: "Olivia Brandt",
    email: "organisation-admin@partner.example",
    role: "organisation-admin",
    locale: "en-US",
    signsIn: true,
  },
  ian: {
    at: "alder",
    name: "Ian Mercer",
    email: "incentives-admin@partner.example",
    role: "incentives-admin",
    locale: "en-US",
    signsIn: true,
  },
  uma: {
    at: "alder",
    name: "Uma Castellano",
    email: "incentives-user@partner.example",
    role: "incentives-user",
    locale: "en-US",
    signsIn: true,
    only: "boston",
  },
  jonas: {
    at: "kontor",
    name: "Jonas Weber",
    email: "incentives-admin@other-partner.example",
    role: "incentives-admin",
    locale: "de-DE",
    signsIn: true,
  },
  haruka: {
    at: "minato",
    name: "Haruka Sato",
    email: "haruka.sato@minato-cloud.example",
    role: "incentives-admin",
    signsIn: false,
  },
  gwen: {
    at: "harbour",
    name: "Gwen Pritchard",
    email: "gwen.pritchard@old-harbour.example",
    role: "incentives-admin",
    signsIn: false,
  },
};
