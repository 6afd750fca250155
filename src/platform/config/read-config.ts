import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { FilesUrlError, parseFilesUrl } from "../files/files-url.ts";
import { ConfigError, type ConfigFault, faultOf } from "./config-error.ts";
import { type Environment, environmentSchema, expectations, type logLevels, type Variable } from "./environment.ts";
import { keepSessionSecret } from "./session-secret.ts";

/** Everything an operator may decide, checked, with its defaults. Frozen: nothing reads the environment after it. */
export interface Config {
  /** Port of the web server. */
  readonly port: number;
  /**
   * Address to listen on. `localhost` by default: both loopback addresses, so the program answers on this machine and
   * to nobody else before somebody decided that it should. A container or a server behind a proxy sets `0.0.0.0`.
   */
  readonly host: string;
  /** The database of an operator; absent: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The login of the pool where a database administrator made the logins; otherwise the program makes it. */
  readonly databaseAppUrl: string | undefined;
  /** Absolute path of the folder for the embedded database, files and the session secret. */
  readonly dataDir: string;
  /** Where uploaded files live, `file:` or `s3:`. */
  readonly filesUrl: string;
  /** What people type into the browser, an origin without a path and without a slash at the end. */
  readonly baseUrl: string;
  /** Whose `X-Forwarded-For` is believed: addresses, networks, or names such as `loopback`. Empty: nobody's. */
  readonly trustedProxy: readonly string[];
  /** Signs sessions. Never logged. */
  readonly sessionSecret: string;
  /** Mail server; absent: mails are only written to the log. */
  readonly smtpUrl: string | undefined;
  readonly logLevel: (typeof logLevels)[number];
  /** Demo data are made on a first start and the sign-in page offers the demo accounts. */
  readonly demo: boolean;
  /** Size of the largest accepted upload in bytes. */
  readonly maxUploadBytes: number;
  /** True with NODE_ENV=production: secure cookies, no demo unless asked for, no generated secret. */
  readonly production: boolean;
}

/** Environment variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment, once. An empty variable counts as unset. Outside production a missing
 * SESSION_SECRET is made and kept in the data folder.
 *
 * @throws ConfigError that lists every wrong variable at once.
 */
export function readConfig(variables: Variables): Config {
  const environment = checkEnvironment(variables);
  const dataDir = resolve(environment.DATA_DIR);
  const production = environment.NODE_ENV === "production";
  return Object.freeze({
    port: environment.PORT,
    host: environment.HOST,
    databaseUrl: environment.DATABASE_URL,
    databaseAppUrl: environment.DATABASE_APP_URL,
    dataDir,
    filesUrl: environment.FILES_URL ?? pathToFileURL(resolve(dataDir, "files")).href,
    baseUrl: environment.BASE_URL ?? `http://localhost:${environment.PORT}`,
    trustedProxy: Object.freeze(environment.TRUSTED_PROXY),
    sessionSecret: environment.SESSION_SECRET ?? keepSessionSecret(dataDir),
    smtpUrl: environment.SMTP_URL,
    // On somebody's own screen the address and the accounts should stay in sight.
    logLevel: environment.LOG_LEVEL ?? (production ? "info" : "warn"),
    demo: environment.DEMO ?? !production,
    maxUploadBytes: environment.MAX_UPLOAD_BYTES,
    production,
  });
}

/** Checks each variable and what hangs together, without touching the disk. */
export function checkEnvironment(variables: Variables): Environment {
  const given = pickKnown(variables);
  const parsed = environmentSchema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => toFault(issue.path[0], given));
  faults.push(...contradictions(given), ...filesUrlFaults(given.FILES_URL));
  if (faults.length > 0 || !parsed.success) throw new ConfigError(onePerVariable(faults));
  return parsed.data;
}

function pickKnown(variables: Variables): Partial<Record<Variable, string>> {
  const known: Partial<Record<Variable, string>> = {};
  for (const variable of Object.keys(expectations) as Variable[]) {
    const value = variables[variable];
    if (value !== undefined && value !== "") known[variable] = value;
  }
  return known;
}

/** What no variable can tell by itself. Looked at even when others are wrong, so that all faults show at once. */
function contradictions(given: Partial<Record<Variable, string>>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  if (given.NODE_ENV === "production" && given.SESSION_SECRET === undefined) {
    faults.push(faultOf("SESSION_SECRET", undefined, `in production, ${expectations.SESSION_SECRET}`));
  }
  if (given.DATABASE_APP_URL !== undefined && given.DATABASE_URL === undefined) {
    faults.push(faultOf("DATABASE_URL", undefined, "the owner's login, since DATABASE_APP_URL is given"));
  }
  return faults;
}

/** What is wrong inside an address that is one: told by the part that will use it, in words without credentials. */
function filesUrlFaults(filesUrl: string | undefined): ConfigFault[] {
  if (filesUrl === undefined) return [];
  try {
    parseFilesUrl(filesUrl, ".");
    return [];
  } catch (error) {
    if (!(error instanceof FilesUrlError)) throw error;
    const fault = faultOf("FILES_URL", filesUrl);
    return [{ ...fault, found: `${fault.found}, which ${error.why}` }];
  }
}

function toFault(name: PropertyKey | undefined, given: Partial<Record<Variable, string>>): ConfigFault {
  const variable = name as Variable;
  return faultOf(variable, given[variable]);
}

function onePerVariable(faults: readonly ConfigFault[]): ConfigFault[] {
  return [...new Map(faults.map((fault) => [fault.variable, fault])).values()];
}
