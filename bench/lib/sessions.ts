import { createHmac, randomBytes } from "node:crypto";
import pg from "pg";
import { sessionCookieName } from "../../src/identity/sign-in/session-cookie.ts";
import type { BenchDatabase } from "./place.ts";

/** Signs the sessions of benchmarks. */
export const SECRET = "a secret of more than thirty-two characters";
/** The address under which the program believes it is reached; decides the name of its cookie. */
export const BASE_URL = "http://localhost:3000";

/** Signs people in, each `times` times, past the door: passwords are slow on purpose. Gives the cookies, person after person. */
export async function openSessions(bench: BenchDatabase, people: readonly string[], times = 1): Promise<string[]> {
  const rows = people.flatMap((person) =>
    Array.from({ length: times }, () => ({ person, token: randomBytes(24).toString("base64url") })),
  );
  const client = new pg.Client({ connectionString: bench.appUrl, options: "-c app.side=sign-in" });
  await client.connect();
  try {
    await client.query(
      `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
       select token, now() + interval '7 days', token, now(), person from unnest($1::text[], $2::text[]) as s (token, person)`,
      [rows.map((row) => row.token), rows.map((row) => row.person)],
    );
  } finally {
    await client.end();
  }
  return rows.map(({ token }) => {
    const signature = createHmac("sha256", SECRET).update(token).digest("base64");
    return `${sessionCookieName(BASE_URL)}=${encodeURIComponent(`${token}.${signature}`)}`;
  });
}
