import type { NewLocation, NewOrganisation } from "../identity/index.ts";
import type { Role } from "../kernel/index.ts";
import type { Supplier } from "./demo-invoice.ts";

/** The partners of the demo; the first is "the first partner" of the demo accounts. */
export type PartnerKey = "alder" | "kontor" | "minato" | "harbour";
/** The locations of the demo; the first is the first partner's first one. */
export type LocationKey =
  | "boston"
  | "denver"
  | "london"
  | "munich"
  | "hamburg"
  | "tokyo"
  | "osaka"
  | "bristol"
  | "lyon";
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

/** The vendor. */
export const VENDOR: NewOrganisation = {
  kind: "vendor",
  legalName: "Vendor Inc.",
  displayName: "Vendor",
  country: "US",
  taxResidence: "US",
  timeZone: "America/Los_Angeles",
};

const partner = (
  legalName: string,
  displayName: string,
  country: string,
  timeZone: string,
  site: string,
): NewOrganisation & { readonly displayName: string; readonly site: string } => ({
  kind: "partner",
  legalName,
  displayName,
  country,
  taxResidence: country,
  timeZone,
  site,
});

/** A legal name of 180 characters, because there are such firms. */
const HARBOUR =
  "The Old Harbour Company for Information Technology, Managed Services, Cloud Migration, Training and " +
  "Certification of the South West of England, once Pritchard, Pritchard & Sons Ltd";

/** The partner organisations. */
export const PARTNERS = {
  alder: partner("Alder & Finch Digital LLC", "Alder & Finch", "US", "America/New_York", "alder-finch.example"),
  kontor: partner("Kontor Süd Systemhaus GmbH", "Kontor Süd", "DE", "Europe/Berlin", "kontor-sued.example"),
  minato: partner("Minato Cloud Works K.K.", "Minato Cloud Works", "JP", "Asia/Tokyo", "minato-cloud.example"),
  harbour: partner(HARBOUR, "Old Harbour IT", "GB", "Europe/London", "old-harbour.example"),
} as const satisfies Record<PartnerKey, NewOrganisation>;

/** A location with the money it earns. */
export interface DemoLocation extends Omit<NewLocation, "partnerId"> {
  readonly partner: PartnerKey;
  readonly currency: string;
  /** What it earns in co-op in a usual month. */
  readonly monthly: string;
  /** Who of the vendor pays; a second entity pays every third month. */
  readonly payingEntities: readonly [string, ...string[]];
  /** Bank and tax data are complete. */
  readonly payoutReady: boolean;
}

const at = (lines: readonly string[], postalCode: string, city: string, region: string | null = null) => ({
  lines,
  postalCode,
  city,
  region,
});

/** The locations, in the order in which they are made. */
export const LOCATIONS: Readonly<Record<LocationKey, DemoLocation>> = {
  boston: {
    partner: "alder",
    partnerNumber: "4101001",
    name: "Boston",
    address: at(["88 Wharf Street", "Suite 400"], "02110", "Boston", "MA"),
    country: "US",
    isHeadquarters: true,
    currency: "USD",
    monthly: "8400.00",
    payingEntities: ["vendor-us", "vendor-emea"],
    payoutReady: true,
  },
  denver: {
    partner: "alder",
    partnerNumber: "4101002",
    name: "Denver",
    address: at(["1540 Larimer Street"], "80202", "Denver", "CO"),
    country: "US",
    currency: "USD",
    monthly: "7900.00",
    payingEntities: ["vendor-us"],
    payoutReady: true,
  },
  london: {
    partner: "alder",
    partnerNumber: "4101003",
    name: "London",
    address: at(["21 Finsbury Circus"], "EC2M 7EA", "London"),
    country: "GB",
    currency: "GBP",
    monthly: "4200.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  munich: {
    partner: "kontor",
    partnerNumber: "4202001",
    name: "München",
    address: at(["Landsberger Straße 110"], "80339", "München", "Bayern"),
    country: "DE",
    market: "DE-BY",
    isHeadquarters: true,
    currency: "EUR",
    monthly: "6100.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  hamburg: {
    partner: "kontor",
    partnerNumber: "4202002",
    name: "Hamburg",
    address: at(["Am Sandtorkai 27"], "20457", "Hamburg"),
    country: "DE",
    market: "DE-HH",
    currency: "EUR",
    monthly: "5200.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  tokyo: {
    partner: "minato",
    partnerNumber: "4303001",
    name: "Tokyo",
    address: at(["2-11-3 Shiba, Minato-ku"], "105-0014", "Tokyo"),
    country: "JP",
    isHeadquarters: true,
    currency: "JPY",
    monthly: "980000",
    payingEntities: ["vendor-us"],
    payoutReady: true,
  },
  osaka: {
    partner: "minato",
    partnerNumber: "4303002",
    name: "Osaka",
    address: at(["3-6-1 Umeda, Kita-ku"], "530-0001", "Osaka"),
    country: "JP",
    currency: "JPY",
    monthly: "540000",
    payingEntities: ["vendor-us"],
    payoutReady: true,
  },
  bristol: {
    partner: "harbour",
    partnerNumber: "4404001",
    name: "Bristol",
    address: at(["Old Harbour House", "Narrow Quay"], "BS1 4QA", "Bristol"),
    country: "GB",
    isHeadquarters: true,
    currency: "GBP",
    monthly: "5600.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  lyon: {
    partner: "harbour",
    partnerNumber: "4404002",
    name: "Lyon",
    address: at(["14 quai Saint-Antoine"], "69002", "Lyon"),
    country: "FR",
    currency: "EUR",
    monthly: "1900.00",
    payingEntities: ["vendor-emea"],
    payoutReady: false,
  },
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

const supplier = (name: string, address: string, country: string, taxId: string, taxPercent: string): Supplier => ({
  name,
  address,
  country,
  taxId,
  taxPercent,
});

/** Firms that send invoices to the partners. */
export const SUPPLIERS = {
  brightwater: supplier("Brightwater Media Inc.", "410 Atlantic Avenue, Boston MA 02210", "US", "04-3312870", "0"),
  harborview: supplier("Harborview Print & Mail LLC", "9 Dock Square, Boston MA 02109", "US", "04-2218753", "0"),
  northshore: supplier("Northshore Events Inc.", "77 Essex Street, Salem MA 01970", "US", "04-7755120", "0"),
  callwise: supplier("Callwise Contact Center LLC", "300 Main Street, Omaha NE 68102", "US", "47-1903344", "0"),
  webcraft: supplier("Webcraft Studio LLC", "1801 Blake Street, Denver CO 80202", "US", "84-6620917", "0"),
  globe: supplier("Globe Business Travel Inc.", "5 Union Square, New York NY 10003", "US", "13-5580021", "0"),
  pennant: supplier("Pennant Advertising Ltd", "6 Clerkenwell Close, London EC1R 0AA", "GB", "GB 211 5540 98", "20"),
  quayside: supplier("Quayside Venues Ltd", "Welsh Back, Bristol BS1 4SB", "GB", "GB 330 7712 45", "20"),
  lichtblick: supplier("Lichtblick Medien GmbH", "Lindwurmstraße 88, 80337 München", "DE", "DE 811 907 556", "19"),
  krueger: supplier("Messebau Krüger GmbH & Co. KG", "Spaldingstraße 64, 20097 Hamburg", "DE", "DE 118 552 301", "19"),
  kanda: supplier("Kanda Media K.K.", "1-4-2 Kanda Sudacho, Chiyoda-ku, Tokyo", "JP", "T5010401089998", "10"),
  namba: supplier("Namba Training Center K.K.", "2-10-70 Nambanaka, Osaka", "JP", "T7120001204411", "10"),
} as const;

/** A supplier of the demo. */
export type SupplierKey = keyof typeof SUPPLIERS;
