import { isIP } from "node:net";

/** Ranges of addresses that have a name: this machine, the same cable, private networks. */
const NAMES = new Set(["loopback", "linklocal", "uniquelocal"]);
const PREFIX_BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/**
 * True for an address, a network (`10.0.0.0/8`) or the name of a range that may be trusted. A network of everybody
 * (`0.0.0.0/0`) may not: then anyone could choose the address that the throttle counts.
 */
export function isTrustedProxy(text: string): boolean {
  if (NAMES.has(text)) return true;
  const [address = "", prefix, ...rest] = text.split("/");
  const bits = PREFIX_BITS[isIP(address)];
  if (bits === undefined || address.includes("%") || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits;
}
