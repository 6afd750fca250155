import { randomBytes } from "node:crypto";

/**
 * Ids are UUIDs (version 7, ordered by time) in the database and prefixed text at the edge: `clm_` and 26 characters of
 * Crockford's base 32. The prefix says what the id is of, so that a claim's id is never taken for a fund's.
 */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const DASH = 45;
/** The value of a hexadecimal digit by its character code. */
const NIBBLES: readonly (number | undefined)[] = Array.from({ length: 103 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? undefined : value;
});
const VALUE_OF = new Map(ALPHABET.split("").map((char, value) => [char, BigInt(value)]));

/** The prefix of each kind of id. Add a kind here before a resource uses it. */
export const ID_PREFIXES = {
  organisation: "org",
  location: "loc",
  person: "per",
  grant: "grt",
  program: "prg",
  edition: "edn",
  enrollment: "enr",
  invitation: "ivt",
  partnerFact: "fct",
  accessRequest: "acr",
  fund: "fnd",
  entry: "led",
  adjustment: "adj",
  earning: "ern",
  file: "fil",
  plan: "pln",
  campaign: "cmp",
  activity: "act",
  planPayment: "plp",
  claim: "clm",
  invoice: "inv",
  invoiceLine: "ivl",
  certification: "csr",
  document: "doc",
  comment: "cmt",
  event: "evt",
  decision: "dec",
  review: "rev",
  notification: "ntf",
  view: "viw",
  dryRun: "dry",
} as const;

/** A kind of id. */
export type IdKind = keyof typeof ID_PREFIXES;

/** A new UUID of version 7: 48 bits of time, 74 bits of chance. */
export function newUuid(now: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The text of an id at the edge: `idText("claim", uuid)` is `clm_...`. Lists write hundreds of them, so it reckons in small numbers. */
export function idText(kind: IdKind, uuid: string): string {
  let text = `${ID_PREFIXES[kind]}_`;
  // 128 bits in digits of 5 bits: two of nothing stand before them.
  let held = 0;
  let bits = 2;
  for (let at = 0; at < uuid.length; at += 1) {
    const code = uuid.charCodeAt(at);
    if (code === DASH) continue;
    held = (held << 4) | (NIBBLES[code] ?? refuseDigit());
    bits += 4;
    if (bits < 5) continue;
    bits -= 5;
    text += ALPHABET.charAt(held >> bits);
    held &= (1 << bits) - 1;
  }
  if (bits !== 0) refuseDigit();
  return text;
}

function refuseDigit(): never {
  throw new RangeError("an id is a UUID");
}

/** The UUID behind an id text of the given kind, or undefined when the text is no such id. */
export function uuidOf(kind: IdKind, text: string): string | undefined {
  const prefix = `${ID_PREFIXES[kind]}_`;
  if (!text.startsWith(prefix) || text.length !== prefix.length + 26) return undefined;
  let value = 0n;
  for (const char of text.slice(prefix.length)) {
    const digit = VALUE_OF.get(char);
    if (digit === undefined) return undefined;
    value = (value << 5n) | digit;
  }
  if (value >> 128n) return undefined;
  const hex = value.toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
