import { DomainError } from "../../kernel/index.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly "sec-fetch-site"?: string | string[] | undefined;
}

/**
 * Refuses a sign-in or sign-out that another site's page sends, so that nobody is signed in or out behind his back.
 * Browsers name the origin of every POST; a program that names none has no cookies of a person to misuse. Outside
 * production the loopback names of this machine are as good as BASE_URL, on any port.
 */
export function refuseForeignOrigin(
  headers: OriginHeaders,
  program: { readonly baseUrl: string; readonly production: boolean },
): void {
  const { origin, "sec-fetch-site": site } = headers;
  const own = origin === undefined ? site !== "cross-site" && site !== "same-site" : isOwn(origin, program);
  if (own) return;
  throw new DomainError({
    code: "cross-site",
    kind: "forbidden",
    message: `Requests from other sites are refused. Open the program at ${program.baseUrl} (BASE_URL) to sign in.`,
  });
}

function isOwn(
  origin: string,
  { baseUrl, production }: { readonly baseUrl: string; readonly production: boolean },
): boolean {
  if (origin === baseUrl) return true;
  return !production && URL.canParse(origin) && LOOPBACK.has(new URL(origin).hostname);
}
