import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDataDir, type RunningProgram, runCommand, startProgram } from "../program/start-program.ts";

const PASSWORD = "correct horse battery";
const ANN = {
  organisation: "Vendor Inc.",
  kind: "vendor",
  country: "US",
  "time-zone": "America/Los_Angeles",
  email: "ann@vendor.example",
  name: "Ann B",
};
const FIRST_ADMIN = [
  "user",
  "create",
  ...Object.entries(ANN).flatMap(([option, value]) => [`--${option}`, value]),
  "--role",
  "vendor-admin",
  "--role",
  "program-manager",
];

let dataDir = "";
let running: RunningProgram | undefined;
beforeAll(() => {
  dataDir = makeDataDir();
});
afterAll(async () => {
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A command as in production, on the same data folder as the running program. */
const run = (args: readonly string[], input?: string) => runCommand(args, { DATA_DIR: dataDir, DEMO: "0" }, input);

test("an installation without a demo gets its first person while it runs, who signs in and finds the imported program", async () => {
  running = await startProgram({ DATA_DIR: dataDir, DEMO: "0" });
  expect(await run(FIRST_ADMIN, `${PASSWORD}\n`)).toMatchObject({ code: 0 });
  expect(await run(["program", "import", "programs/coop.json", "--publish"])).toEqual({
    code: 0,
    output: "coop FY27 version 1 is published.\n",
  });
  const signedIn = await fetch(`${running.baseUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "ann@vendor.example", password: PASSWORD }),
  });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const programs = await fetch(`${running.baseUrl}/api/v1/programs`, { headers: { cookie } });
  expect(await programs.json()).toMatchObject({ items: [{ code: "coop" }] });
});

test("what is refused says why, ends with 1, and shows no password", async () => {
  const again = await run(FIRST_ADMIN, PASSWORD);
  expect(again.code).toBe(1);
  expect(again.output).toBe("ann@vendor.example belongs to somebody already. Use another e-mail.\n");
  const none = await run(FIRST_ADMIN);
  expect(none).toMatchObject({ code: 1 });
  expect(none.output).toContain("No password came on standard input");
});

test("a password is no argument, and a role must be one: both end with 2", async () => {
  const typed = await run([...FIRST_ADMIN, "--password", PASSWORD]);
  expect(typed).toMatchObject({ code: 2 });
  expect(typed.output).not.toContain(PASSWORD);
  expect(await run([...FIRST_ADMIN, "--role", "boss"])).toMatchObject({ code: 2 });
});

describe("program validate", () => {
  const document = (text: string): string => {
    const file = join(dataDir, "edition.json");
    writeFileSync(file, text);
    return file;
  };

  test.each(["programs/coop.json", "programs/plans.json"])("finds nothing wrong with %s", async (file) => {
    expect(await run(["program", "validate", file])).toEqual({ code: 0, output: `${file}: 0 errors, 0 warnings.\n` });
  });

  test("names each part that needs a correction, with its path, and ends with 1", async () => {
    const { code, output } = await run(["program", "validate", document('{"schemaVersion": 1, "windows": [{}]}')]);
    expect(code).toBe(1);
    expect(output).toMatch(/^error {2}line 1 {2}windows\[0\]\.earningPeriod {2}edition\.missing$/m);
    expect(output).toMatch(/\d+ errors, 0 warnings\.\n$/);
  });

  test("says what stands in the way of reading a file", async () => {
    const missing = await run(["program", "validate", join(dataDir, "missing.json")]);
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.output).toContain("missing.json cannot be read: ENOENT");
    const broken = await run(["program", "import", document('{"program": ')]);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.output).toContain("edition.json is no JSON");
  });
});

describe("program diff", () => {
  test("says in words what is different, with what it means for partners, and ends with 1", async () => {
    const coop = JSON.parse(readFileSync("programs/coop.json", "utf8")) as {
      windows: { claimWindow: { to: string } }[];
    };
    const changed = structuredClone(coop);
    const [window] = changed.windows;
    if (!window) throw new Error("co-op has windows");
    const day = new Date(`${window.claimWindow.to}T00:00:00Z`);
    window.claimWindow.to = new Date(day.getTime() - 30 * 86_400_000).toISOString().slice(0, 10);
    const file = join(dataDir, "changed.json");
    writeFileSync(file, JSON.stringify(changed));
    const { code, output } = await run(["program", "diff", "programs/coop.json", file]);
    expect(code).toBe(1);
    expect(output).toMatch(/^- .*claim window closes 30 days earlier/m);
    expect(output).toMatch(/^1 difference; for partners 0 better, 1 worse\.$/m);
  });

  test("finds nothing between a document and itself", async () => {
    expect(await run(["program", "diff", "programs/mdf.yaml", "programs/mdf.yaml"])).toEqual({
      code: 0,
      output: "0 differences; for partners 0 better, 0 worse.\n",
    });
  });
});

test.each([
  ["program", "diff"],
  ["user", "create"],
  ["location", "create"],
  ["program", "validate"],
  ["program", "import"],
])("%s %s --help shows an example", async (...words) => {
  const { code, output } = await run([...words, "--help"]);
  expect(code).toBe(0);
  expect(output).toContain(`npm run fundproof -- ${words.join(" ")}`);
});
