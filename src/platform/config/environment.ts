import { z } from "zod";
import { isTrustedProxy } from "./trusted-proxy.ts";

/** The levels of the log, quietest last. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** 25 MB, counted as the web counts them. */
const defaultUploadBytes = 26_214_400;
/** Above this a single file does not fit what object stores take in one part. */
const largestUploadBytes = 5_368_709_120;
const leastSecretLength = 32;

/** What each variable must be. The text is printed to the operator after "expected". */
export const expectations = {
  PORT: "a whole number from 1 to 65535",
  HOST: "a host name or an IP address to listen on, without a port or protocol: localhost, 0.0.0.0, ::1",
  DATABASE_URL: "postgres://user:password@host:port/database",
  DATABASE_APP_URL: "postgres://user:password@host:port/database of the login fundproof_app",
  DATA_DIR: "the path of a folder",
  FILES_URL: "file:///folder or s3://bucket/prefix?region=REGION&endpoint=URL",
  TRUSTED_PROXY:
    "IP addresses or networks with a comma between, such as 10.0.0.5,192.168.0.0/16; also loopback, linklocal, uniquelocal",
  BASE_URL: "the address people open, http or https, without a path: https://incentives.example.com",
  SESSION_SECRET: `at least ${leastSecretLength} characters that nobody can guess, such as the output of: openssl rand -base64 48`,
  SMTP_URL: "smtp://user:password@host:port or smtps://user:password@host:port",
  LOG_LEVEL: `one of ${logLevels.join(", ")}`,
  DEMO: "1 (demo data and demo accounts) or 0",
  MAX_UPLOAD_BYTES: `a whole number of bytes from 1 to ${largestUploadBytes}`,
  NODE_ENV: "one of development, test, production",
} as const;

/** The variables the program reads. */
export type Variable = keyof typeof expectations;

/** Variables whose value may hold a password: never printed, only described. */
export const secretVariables: ReadonlySet<Variable> = new Set<Variable>([
  "DATABASE_URL",
  "DATABASE_APP_URL",
  "FILES_URL",
  "SESSION_SECRET",
  "SMTP_URL",
]);

function wholeNumber(variable: Variable, least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/, expectations[variable])
    .transform(Number)
    .refine((value) => value >= least && value <= most, expectations[variable]);
}

function url(variable: Variable, protocols: readonly string[], accepts: (url: URL) => boolean = () => true) {
  return z.string().refine((text) => {
    const parsed = URL.canParse(text) ? new URL(text) : undefined;
    return parsed !== undefined && protocols.includes(parsed.protocol) && accepts(parsed);
  }, expectations[variable]);
}

function listOf(variable: Variable, accepts: (item: string) => boolean) {
  return z
    .string()
    .transform((text) => text.split(",").map((item) => item.trim()))
    .refine((items) => items.every(accepts), expectations[variable]);
}

const namesDatabase = (address: URL): boolean =>
  address.hostname !== "" && address.username !== "" && /^\/[^/]+$/.test(address.pathname);
const hasNoPath = (address: URL): boolean =>
  address.pathname === "/" && address.search === "" && address.hash === "" && address.username === "";
const namesPlace = (address: URL): boolean =>
  address.protocol === "file:" ? address.pathname.length > 1 && address.hostname === "" : address.hostname !== "";

/** The environment as it must be, each variable by itself. What hangs together is decided in `read-config.ts`. */
export const environmentSchema = z.object({
  PORT: wholeNumber("PORT", 1, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^([A-Za-z0-9]([A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$/, expectations.HOST)
    .default("localhost"),
  DATABASE_URL: url("DATABASE_URL", ["postgres:", "postgresql:"], namesDatabase).optional(),
  DATABASE_APP_URL: url("DATABASE_APP_URL", ["postgres:", "postgresql:"], namesDatabase).optional(),
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes("\0") && path.trim() !== "", expectations.DATA_DIR)
    .default("./data"),
  FILES_URL: url("FILES_URL", ["file:", "s3:"], namesPlace).optional(),
  BASE_URL: url("BASE_URL", ["http:", "https:"], hasNoPath)
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUSTED_PROXY: listOf("TRUSTED_PROXY", isTrustedProxy).default([]),
  SESSION_SECRET: z.string().min(leastSecretLength, expectations.SESSION_SECRET).optional(),
  SMTP_URL: url("SMTP_URL", ["smtp:", "smtps:"], (address) => address.hostname !== "").optional(),
  LOG_LEVEL: z.enum(logLevels, expectations.LOG_LEVEL).optional(),
  DEMO: z
    .enum(["1", "0"], expectations.DEMO)
    .transform((text) => text === "1")
    .optional(),
  MAX_UPLOAD_BYTES: wholeNumber("MAX_UPLOAD_BYTES", 1, largestUploadBytes).default(defaultUploadBytes),
  NODE_ENV: z.enum(["development", "test", "production"], expectations.NODE_ENV).default("development"),
});

/** The environment after checking. */
export type Environment = z.output<typeof environmentSchema>;
