import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureWebBuilt } from "./build-web.mjs";
import { provideChromium } from "./chromium.mjs";
import { binary, nodePath, root, toolEnvironment } from "./project.mjs";
import { run } from "./run.mjs";

/**
 * What a stage found: how many checks or tests passed and failed, and the words to show when something did.
 * @typedef {{passed: number, failed: number, details: string}} Result
 */

/** The stages of `npm test`, in their order. `context` carries what a later stage needs of an earlier one. */
export const stages = [
  check("format", () => tool("biome", ["ci", "--colors=off", "."])),
  check("types-server", () => tool("tsc", ["-p", "tsconfig.json", "--pretty", "false"])),
  check("types-web", () => tool("tsc", ["-p", "tsconfig.web.json", "--pretty", "false"])),
  check("lint", () => tool("oxlint", ["--type-aware", "--deny-warnings"])),
  check("dependencies", () => script("scripts/check-dependencies.ts")),
  check("generated", () => script("scripts/check-generated.ts")),
  check("lock", () => script("scripts/complete-lock.mjs", "--check")),
  { name: "unit", run: () => vitest("unit") },
  { name: "db", run: () => vitest("db") },
  check("web-build", buildWeb),
  { name: "browser", run: browserTests },
];

/** A stage that counts as one check: it holds or it does not. */
function check(name, action) {
  return {
    name,
    run: async (context) => {
      const { code, output } = await action(context);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, details: output };
    },
  };
}

function tool(name, args, extra = {}) {
  return run(binary(name), args, { cwd: root, env: { ...toolEnvironment(), NO_COLOR: "1", ...extra } });
}

function script(path, ...args) {
  return run(nodePath(), [path, ...args], { cwd: root, env: { ...toolEnvironment(), NO_COLOR: "1" } });
}

async function buildWeb() {
  const fault = await ensureWebBuilt(() => undefined);
  return { code: fault === undefined ? 0 : 1, output: fault ?? "" };
}

/** Runs something that writes a report in JSON, and reads the report. */
async function withReport(action) {
  const folder = mkdtempSync(join(tmpdir(), "fundproof-report-"));
  const path = join(folder, "report.json");
  try {
    const { code, output } = await action(path);
    return { code, output, report: existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function vitest(project) {
  const { code, output, report } = await withReport((path) =>
    tool("vitest", ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${path}`]),
  );
  // A file that cannot be loaded has no tests to fail: it counts as one itself.
  const broken = (report?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return judge(code, report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + broken.length, output);
}

async function browserTests(context) {
  const { path: chromium, fault } = await provideChromium(context.say);
  if (fault !== undefined) return { passed: 0, failed: 1, details: fault };
  const { code, output, report } = await withReport((path) =>
    tool("playwright", ["test", "--reporter=line,json"], { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: path }),
  );
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return judge(code, expected, unexpected + flaky, output);
}

/** A run that says nothing was wrong but ran nothing, or that failed without naming a test, has failed. */
function judge(code, passed, failed, details) {
  if (passed + failed === 0) return { passed, failed: 1, details: `${details}\nNo test ran.` };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, details };
}
