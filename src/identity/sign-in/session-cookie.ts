import { createHmac, timingSafeEqual } from "node:crypto";

/** Prefix of the cookies of the sign-in library. */
export const COOKIE_PREFIX = "fundproof";

/** Secure cookies where people reach the program over https; the browser then refuses them over http. */
export function isSecure(baseUrl: string): boolean {
  return baseUrl.startsWith("https://");
}

/** The name of the session cookie. The prefix `__Secure-` makes browsers insist on https. */
export function sessionCookieName(baseUrl: string): string {
  return `${isSecure(baseUrl) ? "__Secure-" : ""}${COOKIE_PREFIX}.session_token`;
}

const LONGEST_COOKIE = 512;

/**
 * The token of a session cookie, or undefined when there is none or its signature is not ours. The sign-in library writes
 * `token.signature`, percent-encoded; the signature is the base64 of HMAC-SHA256 over the token. Compared in constant time.
 */
export function readSessionToken(cookieHeader: string | undefined, name: string, secret: string): string | undefined {
  const value = cookieValue(cookieHeader, name);
  if (value === undefined || value.length > LONGEST_COOKIE) return undefined;
  const dot = value.lastIndexOf(".");
  if (dot <= 0) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const right = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

/** The first cookie of that name, decoded. A cookie that cannot be decoded counts as absent. */
function cookieValue(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
