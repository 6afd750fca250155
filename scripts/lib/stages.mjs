import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { ensureServerBuilt } from "./build-server.mjs";
import { ensureWebBuilt } from "./build-web.mjs";
import { provideChromium } from "./chromium.mjs";
import { binary, nodePath, root, toolEnvironment } from "./project.mjs";
import { expectedRules, ruleLines, rulesTried } from "./rule-report.mjs";
import { run } from "./run.mjs";

/**
 * What a stage found: how many checks or tests passed and failed, and the words to show when something did.
 * @typedef {{passed: number, failed: number, details: string}} Result
 */

/** The stages of `npm test`, in their order: checks first, side by side (`isCheck`). `context` carries what a later stage needs of an earlier one. */
export const stages = [
  check("format", () => tool("biome", ["ci", "--colors=off", "."])),
  check("types-server", () => tool("tsc", ["-p", "tsconfig.json", "--pretty", "false"])),
  check("types-web", () => tool("tsc", ["-p", "tsconfig.web.json", "--pretty", "false"])),
  check("lint", () => tool("oxlint", ["--type-aware", "--deny-warnings"])),
  check("dependencies", () => script("scripts/check-dependencies.ts")),
  check("generated", () => script("scripts/check-generated.ts")),
  check("lock", () => script("scripts/complete-lock.mjs", "--check")),
  check("web-build", () => built(ensureWebBuilt)),
  check("server-build", () => built(ensureServerBuilt)),
  { name: "unit", run: (context) => vitest("unit", context) },
  { name: "db", run: (context) => vitest("db", context) },
  { name: "rules", run: ruleReport },
  { name: "browser", run: browserTests },
];

/** A stage that counts as one check: it holds or it does not. */
function check(name, action) {
  return {
    name,
    isCheck: true,
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

async function built(ensureBuilt) {
  const fault = await ensureBuilt(() => undefined);
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

async function vitest(project, context) {
  const { code, output, report } = await withReport((path) =>
    tool("vitest", ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${path}`]),
  );
  (context.testFiles ??= []).push(...(report?.testResults ?? []));
  // A file that cannot be loaded has no tests to fail: it counts as one itself.
  const broken = (report?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return judge(code, report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + broken.length, output);
}

/**
 * Writes down which test tried which rule with a number, and how it ended. Fails when no test of `unit` and `db` names a rule
 * that the pages call tried.
 */
function ruleReport({ testFiles = [], say }) {
  const page = (name) => readFileSync(join(root, "docs", name), "utf8");
  const expected = expectedRules(page("rulebook.md"), page("peer-rules.md"));
  const { tried, missing } = rulesTried(testFiles, expected, root);
  const path = join(root, "test-report", "rules.txt");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${ruleLines(tried).join("\n")}\n`);
  const worked = expected.worked.map((id) => tried.find((rule) => rule.id === id));
  for (const { id, results } of worked) say(`        ${id}  ${stateOf(results)}`);
  say(
    `        peer rules: ${stateOf(tried.slice(worked.length).flatMap(({ results }) => results))}; all in ${relative(root, path)}`,
  );
  return {
    passed: tried.length - missing.length,
    failed: missing.length,
    details: `No test of unit and db names: ${missing.join(", ")}`,
  };
}

/** "3 passed", "2 passed, 1 failed". */
function stateOf(results) {
  const counts = {};
  for (const { state } of results) counts[state] = (counts[state] ?? 0) + 1;
  const words = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  return words.length === 0 ? "no test names it" : words.join(", ");
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
