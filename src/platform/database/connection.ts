import pg from "pg";
import { OperatorError } from "../operator-error.ts";

/** The same server and database with another login. */
export function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** The same server and login with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The address without its password and options, for messages. */
export function describeAddress(url: string): string {
  const { username, host, pathname } = new URL(url);
  return `${decodeURIComponent(username)}@${host}${pathname}`;
}

/**
 * Runs something on one connection of its own and closes it.
 * @param variable the variable the address came from, for the message when nobody answers.
 * @throws OperatorError when the database cannot be reached or refuses the login.
 */
export async function withConnection<T>(
  url: string,
  variable: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks between two statements fails the next statement; without a listener it ends the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new OperatorError(
      `The database ${describeAddress(url)} (${variable}) cannot be reached: ${reasonOf(error)}\n${adviceFor(error, variable)}`,
      { cause: error },
    );
  }
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What went wrong, in words; several tried addresses come as one error without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

function adviceFor(error: unknown, variable: string): string {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code === "28P01" || code === "28000") return `Correct the user or the password in ${variable}.`;
  if (code === "3D000") return `Create the database first, or correct its name in ${variable}.`;
  return `Check that the server runs, and the host and port in ${variable}.`;
}
