import type { NewOrganisation } from "../identity/index.ts";

/** The partners of the demo; the first is "the first partner" of the demo accounts. */
export type PartnerKey = "alder" | "kontor" | "minato" | "harbour";

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
): NewOrganisation & { readonly displayName: string } => ({
  kind: "partner",
  legalName,
  displayName,
  country,
  taxResidence: country,
  timeZone,
});

/** A legal name of 180 characters, because there are such firms. */
const HARBOUR =
  "The Old Harbour Company for Information Technology, Managed Services, Cloud Migration, Training and " +
  "Certification of the South West of England, once Pritchard, Pritchard & Sons Ltd";

/** The partner organisations. */
export const PARTNERS = {
  alder: partner("Alder & Finch Digital LLC", "Alder & Finch", "US", "America/New_York"),
  kontor: partner("Kontor Süd Systemhaus GmbH", "Kontor Süd", "DE", "Europe/Berlin"),
  minato: partner("Minato Cloud Works K.K.", "Minato Cloud Works", "JP", "Asia/Tokyo"),
  harbour: partner(HARBOUR, "Old Harbour IT", "GB", "Europe/London"),
} as const satisfies Record<PartnerKey, NewOrganisation>;
