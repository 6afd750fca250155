import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { expectations } from "../src/platform/config/environment.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const PAGE = read("docs/deployment.md");
const FILES = globSync("docs/deployment/*", { cwd: ROOT });

/** Variables that the page sets and that are not the program's own: those of the S3 client. */
const OF_OTHERS = new Set(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]);

/** Names of metrics the program makes, and what a histogram makes of its own. */
const METRICS: ReadonlySet<string> = new Set(
  [...read("src/app/metrics.ts").matchAll(/name: "([a-z_]+)"/g)].flatMap(([, name = ""]) => [name, `${name}_bucket`]),
);

test("every variable that the deployment page sets is one that the program reads", () => {
  const set = [...PAGE.matchAll(/^(?:\s*)([A-Z][A-Z_0-9]+)=/gm)].map(([, name = ""]) => name);
  expect(set).toContain("SESSION_SECRET");
  expect(set.filter((name) => !(name in expectations) && !OF_OTHERS.has(name))).toEqual([]);
});

test("every metric that the deployment page or an alert names is one that the program shows", () => {
  const inPage = [...PAGE.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name = ""]) => name);
  const isLogin = (name: string): boolean => name.startsWith("fundproof_") || name === "client_max_body_size";
  const inAlerts = [...read("docs/deployment/alerts.yaml").matchAll(/expr: (.*)/g)].flatMap(([, expr = ""]) =>
    [...expr.replaceAll(/\{[^}]*\}/g, "").matchAll(/\b([a-z]+(?:_[a-z]+)+)\b/g)].map(([, name = ""]) => name),
  );
  const named = [
    ...inPage.filter((name) => !isLogin(name)),
    ...inAlerts.filter((name) => name !== "histogram_quantile"),
  ];
  expect(METRICS).toContain("jobs_overdue_seconds");
  expect(named).toContain("event_lag_seconds");
  expect(named.filter((name) => !METRICS.has(name))).toEqual([]);
});

test("every file of the deployment is named on its page", () => {
  expect(FILES.length).toBeGreaterThan(4);
  const stem = (file: string): string => file.slice("docs/deployment/".length).replace(/\.(service|timer)$/, "");
  expect(FILES.filter((file) => !PAGE.includes(stem(file)))).toEqual([]);
});

test("the units run commands that the program has", () => {
  const main = read("src/main.ts");
  const commands = FILES.flatMap((file) => [...read(file).matchAll(/src\/main\.ts ([a-z]+)/g)]).map(([, name]) => name);
  expect(new Set(commands)).toEqual(new Set(["serve", "work", "backup"]));
  expect(commands.filter((name) => !main.includes(`${name}Command(`))).toEqual([]);
});
