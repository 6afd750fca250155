import { betterAuth } from "better-auth";
import pg from "pg";
import { type Db, surviveLostConnections } from "../../platform/database/index.ts";
import type { Log } from "../../platform/log/index.ts";
import { COOKIE_PREFIX, isSecure } from "./session-cookie.ts";

/** What signing in needs of its surroundings. */
export interface SignInDeps {
  /** The application login, the same as the pool's. */
  readonly databaseUrl: string;
  /** The pool of the program, for what it does in its own name: names, own sessions, a new password. */
  readonly db: Db;
  /** What people type into the browser: an origin. */
  readonly baseUrl: string;
  /** Signs the cookie; at least 32 characters. */
  readonly secret: string;
  /** Outside production the program may also be opened as localhost or 127.0.0.1 (`origin.ts`). */
  readonly production: boolean;
  readonly log: Log;
  /** Time of the throttle. The sign-in library reads its own clock for the ends of sessions. */
  readonly now: () => Date;
}

/** The header that carries the address to the library; what a client writes into it is overwritten. */
export const ADDRESS_HEADER = "x-fundproof-address";

const POOL_SIZE = 4;
const DAY_SECONDS = 86_400;
const SESSION_DAYS = 7;

/**
 * Connections of their own: their search path ends at `auth`, and they are the only ones that see credentials
 * (0002_identity.sql, `auth.is_open`).
 */
export function createSignInPool(deps: SignInDeps): pg.Pool {
  const options = "-c search_path=auth -c app.side=sign-in";
  const pool = new pg.Pool({ connectionString: deps.databaseUrl, max: POOL_SIZE, options });
  surviveLostConnections(pool, (error) => deps.log.warn({ err: error }, "sign-in connection lost"));
  return pool;
}

/** The sign-in library, with nothing switched on but e-mail and password. Make it after the migrations have run. */
export function createAuthentication(deps: SignInDeps, pool: pg.Pool) {
  return betterAuth({
    appName: "Fundproof",
    database: pool,
    secret: deps.secret,
    baseURL: deps.baseUrl,
    basePath: "/api/auth",
    emailAndPassword: { enabled: true, disableSignUp: true },
    // Seven days, extended by a day's use; the end is checked at each request.
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    // Ours counts only failures, and holds over restarts and processes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    databaseHooks: { session: { create: { before: (session) => mayHaveSession(pool, session.userId) } } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(deps.baseUrl),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // Its warnings are wrong passwords, which we count and answer ourselves.
    logger: { level: "error", log: (_level, message) => deps.log.error({ from: "sign-in" }, message) },
  });
}

/** False refuses the session of a suspended person, in the same words as a wrong password. */
async function mayHaveSession(pool: pg.Pool, personId: string): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>("select auth.may_sign_in($1) as may", [personId]);
  return rows[0]?.may === true;
}

/** The sign-in library as this program uses it. */
export type Authentication = ReturnType<typeof createAuthentication>;
