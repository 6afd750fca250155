import type { Pool } from "pg";
import type { Actor, RoleGrant, Side } from "../kernel/index.ts";
import { readSessionToken, sessionCookieName } from "./sign-in/session-cookie.ts";

/** What the lookup needs. `baseUrl` decides the name of the cookie, `now` whether a session has ended. */
export interface SessionLookupDeps {
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** A session that holds at this moment. */
export interface Session {
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

/** Finds the session behind a Cookie header. */
export type SessionLookup = (cookieHeader: string | undefined) => Promise<Session | undefined>;

interface Row {
  readonly session_id: string;
  readonly expires_at: Date;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly side: Side;
  readonly grants: RoleGrant[];
}

const QUESTION =
  "select session_id, expires_at, person_id, organisation_id, side, grants from public.session_actor($1, $2)";

/**
 * Makes the lookup that runs before every request: the cookie's signature first, without the database, then one prepared
 * statement on the pool. Roles are read each time, so that a change holds at the next request (rulebook 2.2). Undefined:
 * no cookie, a cookie that is not ours, an ended session, a suspended person.
 */
export function createSessionLookup(deps: SessionLookupDeps): SessionLookup {
  const name = sessionCookieName(deps.baseUrl);
  return async (cookieHeader) => {
    const token = readSessionToken(cookieHeader, name, deps.secret);
    if (token === undefined) return undefined;
    const answer = await deps.pool.query<Row>({ name: "session-actor", text: QUESTION, values: [token, deps.now()] });
    const row = answer.rows[0];
    if (!row) return undefined;
    return {
      sessionId: row.session_id,
      expiresAt: row.expires_at,
      actor: { side: row.side, personId: row.person_id, organisationId: row.organisation_id, grants: row.grants },
    };
  };
}

/** The headers that say who asks. */
export interface WhoHeaders {
  readonly headers: { readonly cookie?: string | undefined; readonly authorization?: string | undefined };
}

/**
 * The actor behind a request. A request that brings an Authorization header wants to be judged by it, never by a cookie
 * that came along; there are no API tokens yet, so nobody stands behind one.
 */
export function createWhoIs(lookup: SessionLookup): (request: WhoHeaders) => Promise<Actor | undefined> {
  return async ({ headers }) =>
    headers.authorization === undefined ? (await lookup(headers.cookie))?.actor : undefined;
}
