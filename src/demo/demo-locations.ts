import type { NewLocation } from "../identity/index.ts";
import type { PartnerKey } from "./demo-partners.ts";

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

/** A location with the money it earns. */
export interface DemoLocation {
  readonly partner: PartnerKey;
  readonly place: Omit<NewLocation, "partnerId">;
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
    place: {
      partnerNumber: "4101001",
      name: "Boston",
      address: at(["88 Wharf Street", "Suite 400"], "02110", "Boston", "MA"),
      country: "US",
      isHeadquarters: true,
    },
    currency: "USD",
    monthly: "8400.00",
    payingEntities: ["vendor-us", "vendor-emea"],
    payoutReady: true,
  },
  denver: {
    partner: "alder",
    place: {
      partnerNumber: "4101002",
      name: "Denver",
      address: at(["1540 Larimer Street"], "80202", "Denver", "CO"),
      country: "US",
    },
    currency: "USD",
    monthly: "7900.00",
    payingEntities: ["vendor-us"],
    payoutReady: true,
  },
  london: {
    partner: "alder",
    place: {
      partnerNumber: "4101003",
      name: "London",
      address: at(["21 Finsbury Circus"], "EC2M 7EA", "London"),
      country: "GB",
    },
    currency: "GBP",
    monthly: "4200.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  munich: {
    partner: "kontor",
    place: {
      partnerNumber: "4202001",
      name: "München",
      address: at(["Landsberger Straße 110"], "80339", "München", "Bayern"),
      country: "DE",
      market: "DE-BY",
      isHeadquarters: true,
    },
    currency: "EUR",
    monthly: "6100.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  hamburg: {
    partner: "kontor",
    place: {
      partnerNumber: "4202002",
      name: "Hamburg",
      address: at(["Am Sandtorkai 27"], "20457", "Hamburg"),
      country: "DE",
      market: "DE-HH",
    },
    currency: "EUR",
    monthly: "5200.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  tokyo: {
    partner: "minato",
    place: {
      partnerNumber: "4303001",
      name: "Tokyo",
      address: at(["2-11-3 Shiba, Minato-ku"], "105-0014", "Tokyo"),
      country: "JP",
      isHeadquarters: true,
    },
    currency: "JPY",
    monthly: "980000",
    payingEntities: ["vendor-us"],
    payoutReady: true,
  },
  osaka: {
    partner: "minato",
    place: {
      partnerNumber: "4303002",
      name: "Osaka",
      address: at(["3-6-1 Umeda, Kita-ku"], "530-0001", "Osaka"),
      country: "JP",
    },
    currency: "JPY",
    monthly: "540000",
    payingEntities: ["vendor-us"],
    payoutReady: true,
  },
  bristol: {
    partner: "harbour",
    place: {
      partnerNumber: "4404001",
      name: "Bristol",
      address: at(["Old Harbour House", "Narrow Quay"], "BS1 4QA", "Bristol"),
      country: "GB",
      isHeadquarters: true,
    },
    currency: "GBP",
    monthly: "5600.00",
    payingEntities: ["vendor-emea"],
    payoutReady: true,
  },
  lyon: {
    partner: "harbour",
    place: {
      partnerNumber: "4404002",
      name: "Lyon",
      address: at(["14 quai Saint-Antoine"], "69002", "Lyon"),
      country: "FR",
    },
    currency: "EUR",
    monthly: "1900.00",
    payingEntities: ["vendor-emea"],
    payoutReady: false,
  },
};
