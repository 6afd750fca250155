import type { ByteRange } from "./storage.ts";

/**
 * Reads an HTTP Range header (RFC 9110, 14.2) for a file of `size` bytes. Undefined means: send the whole file, because
 * there is no such header, it is not about bytes, is malformed, or asks for several parts (a server may ignore those).
 * `unsatisfiable` means 416.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | "unsatisfiable" | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!match) return undefined;
  const [, first = "", last = ""] = match;
  if (first === "") return lastBytes(last, size);
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return undefined;
  return start >= size ? "unsatisfiable" : { start, end };
}

function lastBytes(count: string, size: number): ByteRange | "unsatisfiable" | undefined {
  if (count === "") return undefined;
  if (Number(count) === 0 || size === 0) return "unsatisfiable";
  return { start: Math.max(0, size - Number(count)), end: size - 1 };
}
