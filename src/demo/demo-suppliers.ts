import type { Supplier } from "./demo-invoice.ts";

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
