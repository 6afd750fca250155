import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConfigError } from "./config-error.ts";
import { checkEnvironment, readConfig, type Variables } from "./read-config.ts";

const secret = "a-long-enough-secret-of-more-than-32-characters";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fundproof-config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(variables: Variables): ConfigError {
  try {
    checkEnvironment(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

describe("an operator who sets nothing", () => {
  test("gets a program on localhost with demo data, its data in ./data and uploads up to 25 MB", () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({
      port: 3000,
      host: "localhost",
      baseUrl: "http://localhost:3000",
      databaseUrl: undefined,
      demo: true,
      production: false,
      logLevel: "warn",
      maxUploadBytes: 26_214_400,
      dataDir: folder,
    });
    expect(config.filesUrl).toBe(`file://${folder}/files`);
    expect(Object.isFrozen(config)).toBe(true);
    expect(checkEnvironment({}).DATA_DIR).toBe("./data");
  });

  test("stays signed in over a restart: the secret is made once and only its owner may read it", () => {
    const first = readConfig({ DATA_DIR: folder }).sessionSecret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(readConfig({ DATA_DIR: folder }).sessionSecret).toBe(first);
    expect(statSync(join(folder, "session-secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "session-secret"), "utf8")).toBe(first);
  });

  test("gets a new secret when a crash left an empty file", () => {
    writeFileSync(join(folder, "session-secret"), "");
    expect(readConfig({ DATA_DIR: folder }).sessionSecret.length).toBeGreaterThanOrEqual(32);
  });
});

test("an empty variable counts as unset", () => {
  const empty = Object.fromEntries(
    ["PORT", "HOST", "DATABASE_URL", "FILES_URL", "BASE_URL", "SMTP_URL", "LOG_LEVEL", "DEMO", "NODE_ENV"].map(
      (name) => [name, ""],
    ),
  );
  expect(checkEnvironment({ ...empty, MAX_UPLOAD_BYTES: "", SESSION_SECRET: "" })).toEqual(checkEnvironment({}));
});

test("the base address follows the port and loses its slash", () => {
  expect(readConfig({ DATA_DIR: folder, PORT: "8080" }).baseUrl).toBe("http://localhost:8080");
  expect(readConfig({ DATA_DIR: folder, BASE_URL: "https://a.example/" }).baseUrl).toBe("https://a.example");
});

describe("in production", () => {
  test("a missing secret stops the start", () => {
    const error = refusal({ NODE_ENV: "production" });
    expect(error.faults.map((fault) => fault.variable)).toEqual(["SESSION_SECRET"]);
    expect(error.message).toContain("found:    nothing");
    expect(error.exitCode).toBe(3);
  });

  test("there is no demo unless somebody asks for it", () => {
    const production = { NODE_ENV: "production", SESSION_SECRET: secret, DATA_DIR: folder };
    expect(readConfig(production).demo).toBe(false);
    expect(readConfig({ ...production, DEMO: "1" }).demo).toBe(true);
    expect(readConfig({ DATA_DIR: folder, DEMO: "0" }).demo).toBe(false);
  });
});

const wrong: readonly (readonly [string, string])[] = [
  ["PORT", "abc"],
  ["PORT", "0"],
  ["PORT", "-1"],
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["PORT", "3000 "],
  ["PORT", "99999999999999999999"],
  ["HOST", "http://localhost"],
  ["HOST", "localhost:3000"],
  ["HOST", "a b"],
  ["DATABASE_URL", "mysql://u:p@h/d"],
  ["DATABASE_URL", "not a url"],
  ["DATABASE_URL", "postgres://h/d"],
  ["DATABASE_URL", "postgres://u:p@h"],
  ["DATABASE_URL", "postgres:///d"],
  ["DATA_DIR", "   "],
  ["FILES_URL", "ftp://h/x"],
  ["FILES_URL", "file://"],
  ["FILES_URL", "s3://"],
  ["FILES_URL", "/var/files"],
  ["FILES_URL", "file:///var/a%2Fb"],
  ["FILES_URL", "file:///var/a%00b"],
  ["FILES_URL", "s3://Proofs_of_all"],
  ["FILES_URL", "s3://proofs/a b"],
  ["FILES_URL", "s3://proofs?endpoint=storage.example.com"],
  ["FILES_URL", "s3://proofs?acl=public"],
  ["BASE_URL", "example.com"],
  ["BASE_URL", "https://example.com/app"],
  ["BASE_URL", "ftp://example.com"],
  ["TRUSTED_PROXY", "proxy.example.com"],
  ["TRUSTED_PROXY", "10.0.0.1,"],
  ["TRUSTED_PROXY", "10.0.0.1 10.0.0.2"],
  ["TRUSTED_PROXY", "10.0.0.0/33"],
  ["TRUSTED_PROXY", "0.0.0.0/0"],
  ["TRUSTED_PROXY", "::/0"],
  ["TRUSTED_PROXY", "true"],
  ["SESSION_SECRET", "too-short"],
  ["SMTP_URL", "http://h"],
  ["SMTP_URL", "mail.example.com:25"],
  ["LOG_LEVEL", "loud"],
  ["DEMO", "yes"],
  ["MAX_UPLOAD_BYTES", "25MB"],
  ["MAX_UPLOAD_BYTES", "0"],
  ["MAX_UPLOAD_BYTES", "-5"],
  ["NODE_ENV", "prod"],
];
test.each(wrong)("%s = %j stops the start with the variable, what was found, what is expected", (variable, value) => {
  const error = refusal({ [variable]: value });
  expect(error.faults).toHaveLength(1);
  expect(error.faults[0]?.variable).toBe(variable);
  expect(error.message).toMatch(/found: {4}\S/);
  expect(error.message).toMatch(/expected: \S/);
});

test("all faults are told at once", () => {
  const error = refusal({ PORT: "x", DEMO: "maybe", NODE_ENV: "production", DATABASE_APP_URL: "postgres://u:p@h/d" });
  expect(error.faults.map((fault) => fault.variable).sort()).toEqual([
    "DATABASE_URL",
    "DEMO",
    "PORT",
    "SESSION_SECRET",
  ]);
});

test("nobody's word about the client's address is believed unless proxies are named, with a comma between", () => {
  expect(readConfig({ DATA_DIR: folder }).trustedProxy).toEqual([]);
  expect(readConfig({ DATA_DIR: folder, TRUSTED_PROXY: "" }).trustedProxy).toEqual([]);
  const named = "loopback, 10.0.0.5,192.168.0.0/16,fd00::/8,::1";
  expect(readConfig({ DATA_DIR: folder, TRUSTED_PROXY: named }).trustedProxy).toEqual([
    "loopback",
    "10.0.0.5",
    "192.168.0.0/16",
    "fd00::/8",
    "::1",
  ]);
});

test.each([
  ["s3://Proofs_of_all", "names no valid bucket"],
  ["s3://key:hunter2@proofs", "must not hold credentials"],
  ["s3://proofs?hunter2=1", "a part after \\? other than endpoint and region"],
])("a FILES_URL that is an address but no place is found at the start: %s", (value, why) => {
  const { message, faults } = refusal({ FILES_URL: value });
  expect(faults.map((fault) => fault.variable)).toEqual(["FILES_URL"]);
  expect(message).toMatch(
    new RegExp(`FILES_URL\\n +found: {4}an address that starts with s3://.*, which .*${why}.*\\n +expected: file:///`),
  );
  expect(message).not.toContain("hunter2");
});

test("the value of a secret is never printed", () => {
  const error = refusal({
    SESSION_SECRET: "hunter2",
    DATABASE_URL: "mysql://u:hunter2@h/d",
    SMTP_URL: "hunter2",
    FILES_URL: "ftp://key:hunter2@h",
    DATABASE_APP_URL: "hunter2",
  });
  expect(error.faults).toHaveLength(5);
  expect(error.message).not.toContain("hunter2");
  expect(error.message).toContain("an address that starts with mysql://");
});
