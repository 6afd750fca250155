import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "journeys");

/** Where a file of the journeys lies. */
export const pathOf = (name: string): string => join(FOLDER, name);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  xml: "application/xml",
};

/** A file of the journeys with its bytes, as an upload wants it. */
export function fileOf(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const mimeType = MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  return { name, mimeType, buffer: readFileSync(pathOf(name)) };
}

/** The real files: an invoice as a PDF, an advertisement as a picture, the same invoice as an e-invoice. */
export const FILES = {
  invoice: "invoice-lighthouse.pdf",
  picture: "ad-on-a-news-page.png",
  eInvoice: "e-invoice-lighthouse.xml",
  lyingPicture: "program-named-as-picture.png",
  empty: "empty.pdf",
} as const;
