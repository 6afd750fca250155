import { createHmac } from "node:crypto";
import pg from "pg";
import { OperatorError } from "../operator-error.ts";
import { withConnection, withLogin } from "./connection.ts";
import { scramVerifier } from "./scram-verifier.ts";

/** Owns everything and only migrates. */
export const ownerRole = "fundproof_owner";
/** The login of the pool: no tables of its own, no way round row-level security. */
export const appRole = "fundproof_app";

/** Addresses of the two logins. Both carry a password: never log them. */
export interface Logins {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

interface Self {
  readonly name: string;
  readonly isSuper: boolean;
  readonly mayCreateRoles: boolean;
  readonly database: string;
}

/** Any number will do, as long as nothing else in the database uses it. */
const bootstrapLock = 7_301_001;
/** Two databases of one server share their roles but not their locks, so a change of a role may meet another. */
const collisions = new Set(["XX000", "23505", "42710", "40001"]);

/**
 * Makes sure that the two logins of ARCHITECTURE.md exist and gives their addresses. Safe to run by many processes at
 * once. With a login that may create roles, both are made (or mended) and their passwords derived from that login's
 * own, so that every process agrees without storing anything. With the owner's login itself, nothing is changed.
 *
 * @param databaseUrl the operator's login (embedded: the superuser).
 * @param databaseAppUrl the pool's login where a database administrator prepared it.
 * @throws OperatorError that tells what the login lacks and what to run.
 */
export async function prepareLogins(databaseUrl: string, databaseAppUrl?: string): Promise<Logins> {
  const logins = await withConnection(databaseUrl, "DATABASE_URL", async (client) => {
    const self = await readSelf(client);
    if (self.name === ownerRole) return { ownerUrl: databaseUrl, appUrl: requireAppUrl(databaseAppUrl) };
    if (!self.isSuper && !self.mayCreateRoles) throw new OperatorError(cannotCreateRoles(self));
    const derived = deriveLogins(databaseUrl, databaseAppUrl);
    await client.query("select pg_advisory_lock($1)", [bootstrapLock]);
    await ensureRole(client, self, ownerRole, derived.ownerUrl);
    await ensureRole(client, self, appRole, databaseAppUrl === undefined ? derived.appUrl : undefined);
    await ensureOwnership(client, self);
    return derived;
  });
  if (databaseAppUrl !== undefined) await refuseStrongAppLogin(databaseAppUrl);
  return logins;
}

/** The password of a login we made: HMAC-SHA256 of its name, keyed with the password the operator gave. */
export function derivePassword(operatorPassword: string, role: string): string {
  return createHmac("sha256", operatorPassword).update(role).digest("base64url");
}

function deriveLogins(databaseUrl: string, databaseAppUrl: string | undefined): Logins {
  const password = decodeURIComponent(new URL(databaseUrl).password);
  if (password === "") {
    throw new OperatorError(
      "DATABASE_URL holds no password, so the passwords of the program's two logins cannot be derived from it.\n" +
        `Give it a password, or make the logins yourself and name both:\n${statementsForAdministrator("DATABASE")}`,
    );
  }
  const loginOf = (role: string): string => withLogin(databaseUrl, role, derivePassword(password, role));
  return { ownerUrl: loginOf(ownerRole), appUrl: databaseAppUrl ?? loginOf(appRole) };
}

async function readSelf(client: pg.Client): Promise<Self> {
  const { rows } = await client.query<Self>(
    `select current_user::text as name, rolsuper as "isSuper", rolcreaterole as "mayCreateRoles",
            current_database()::text as database
       from pg_roles where rolname = current_user`,
  );
  const self = rows[0];
  if (self === undefined) throw new OperatorError("The login of DATABASE_URL has no role in the database.");
  return self;
}

/** Creates the role, or takes from it what it must not have. Leaves it alone when it can sign in and is harmless. */
async function ensureRole(client: pg.Client, self: Self, role: string, url: string | undefined): Promise<void> {
  const limits = `nocreatedb nocreaterole${self.isSuper ? " nosuperuser nobypassrls noreplication" : ""}`;
  await retryOnCollision(async () => {
    const { rows } = await client.query<{ harmless: boolean }>(
      `select not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) and rolcanlogin as harmless
         from pg_roles where rolname = $1`,
      [role],
    );
    const harmless = rows[0]?.harmless;
    if (harmless === true && (url === undefined || (await canSignIn(url)))) return;
    const password = url === undefined ? "" : ` password '${scramVerifier(decodeURIComponent(new URL(url).password))}'`;
    const verb = harmless === undefined ? "create" : "alter";
    await explain(self, () => client.query(`${verb} role ${role} login ${limits}${password}`));
  });
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The owner gets the database and its schema; the pool may connect and look up names, and nobody else may create. */
async function ensureOwnership(client: pg.Client, self: Self): Promise<void> {
  // Who made a role is a member that may administer it, and not one that may act as it: 'set' asks for the latter.
  const { rows } = await client.query<{ owned: boolean; mayActAs: boolean }>(
    `select pg_get_userbyid(d.datdba) = $1 and pg_get_userbyid(n.nspowner) = $1 as owned,
            pg_has_role(current_user, $1, 'set') as "mayActAs"
       from pg_database d, pg_namespace n where d.datname = current_database() and n.nspname = 'public'`,
    [ownerRole],
  );
  const database = pg.escapeIdentifier(self.database);
  await retryOnCollision(() =>
    explain(self, async () => {
      if (rows[0]?.owned !== true) {
        // Only who could act as the new owner may give something to it; a superuser can anyway.
        if (rows[0]?.mayActAs !== true) await client.query(`grant ${ownerRole} to current_user`);
        await client.query(`alter database ${database} owner to ${ownerRole}`);
        await client.query(`alter schema public owner to ${ownerRole}`);
      }
      await client.query(`revoke create on schema public from public, ${appRole}`);
      await client.query(`revoke create, temporary on database ${database} from public, ${appRole}`);
      await client.query(`grant connect on database ${database} to ${appRole}`);
      await client.query(`grant usage on schema public to ${appRole}`);
    }),
  );
}

/** Of DATABASE_APP_URL we only know what somebody wrote there: a login that could see past the walls is refused. */
async function refuseStrongAppLogin(appUrl: string): Promise<void> {
  await withConnection(appUrl, "DATABASE_APP_URL", async (client) => {
    const { rows } = await client.query<{ name: string; strong: boolean; member: boolean }>(
      `select r.rolname::text as name, r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, o.oid, 'member') as strong,
              coalesce(pg_has_role(r.oid, a.oid, 'usage'), false) as member
         from pg_roles r join pg_roles o on o.rolname = $1 left join pg_roles a on a.rolname = $2
        where r.rolname = current_user`,
      [ownerRole, appRole],
    );
    const self = rows[0];
    if (self === undefined || self.strong || !self.member) {
      throw new OperatorError(
        `DATABASE_APP_URL must be the login ${appRole} (or a member of it) without superuser, bypassrls or the rights of ` +
          `${ownerRole}; found ${self?.name ?? "no such role"}. Otherwise the wall between partners would not hold.`,
      );
    }
  });
}

async function retryOnCollision(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (error) {
      const cause = error instanceof OperatorError ? error.cause : error;
      const collided = cause instanceof pg.DatabaseError && collisions.has(cause.code ?? "");
      if (!collided || attempt === 10) throw error;
      await new Promise((done) => setTimeout(done, 20 * attempt));
    }
  }
}

async function explain<T>(self: Self, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "42501") throw error;
    throw new OperatorError(
      `The login ${self.name} of DATABASE_URL may not prepare the database ${self.database}: ${error.message}.\n` +
        `Give it createrole, createdb and the database, or let a database administrator run:\n${statementsForAdministrator(self.database)}`,
      { cause: error },
    );
  }
}

function requireAppUrl(databaseAppUrl: string | undefined): string {
  if (databaseAppUrl !== undefined) return databaseAppUrl;
  throw new OperatorError(
    `DATABASE_URL is the login ${ownerRole}, which only migrates. Name the login of the program itself too:\n` +
      `  DATABASE_APP_URL=postgres://${appRole}:PASSWORD@HOST:PORT/DATABASE`,
  );
}

function cannotCreateRoles(self: Self): string {
  return (
    `The login ${self.name} of DATABASE_URL may not create the program's two logins.\n` +
    `Give DATABASE_URL a login with createrole and createdb, or let a database administrator run:\n${statementsForAdministrator(self.database)}`
  );
}

function statementsForAdministrator(database: string): string {
  return [
    `  create role ${ownerRole} login password '...';`,
    `  create role ${appRole} login password '...';`,
    `  alter database ${database} owner to ${ownerRole};`,
    `  alter schema public owner to ${ownerRole};   -- connected to ${database}`,
    `  grant connect on database ${database} to ${appRole};`,
    `  grant usage on schema public to ${appRole};`,
    `and give DATABASE_URL=postgres://${ownerRole}:... and DATABASE_APP_URL=postgres://${appRole}:...`,
  ].join("\n");
}
