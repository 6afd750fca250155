import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem, type } from "node:os";
import type { LoadResult } from "./load.ts";

/** What a figure must reach. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** A measured number with its unit: `per second`, `ms`, `MB`, `s`, `%`. */
export interface Measured {
  readonly value: number;
  readonly unit: string;
}

/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly measured: Measured;
  /** The number it is held against, measured in the same run. */
  readonly reference?: Measured & { readonly what: string };
  readonly goal?: Goal;
}

/** True when there is no goal, or it was reached. */
export function isReached({ goal, measured }: Figure): boolean {
  if (goal === undefined) return true;
  return "atLeast" in goal ? measured.value >= goal.atLeast : measured.value <= goal.atMost;
}

/** Middle and slow end of a load beside those of its reference, with the most they may take. */
export function times(
  what: string,
  found: LoadResult,
  referenceWhat: string,
  reference: LoadResult,
  most: { readonly p50?: number; readonly p95?: number },
): Figure[] {
  return (["p50", "p95"] as const).map((share) => ({
    what: `${what}, ${share}`,
    measured: { value: found[share], unit: "ms" },
    reference: { value: reference[share], unit: "ms", what: referenceWhat },
    ...(most[share] === undefined ? {} : { goal: { atMost: most[share] } }),
  }));
}

/** A number with as many digits as it is worth. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

function measuredText({ value, unit }: Measured): string {
  return `${numberText(value)} ${unit}`;
}

function goalText(figure: Figure): string {
  if (figure.goal === undefined) return "";
  const bound = "atLeast" in figure.goal ? `>= ${figure.goal.atLeast}` : `<= ${figure.goal.atMost}`;
  return `${bound} ${isReached(figure) ? "ok" : "MISSED"}`;
}

/** The figures of one benchmark as lines of text, in columns. */
export function tableOf(figures: readonly Figure[]): string[] {
  const rows = figures.map((figure) => [
    figure.what,
    measuredText(figure.measured),
    goalText(figure),
    figure.reference ? `${measuredText(figure.reference)}  ${figure.reference.what}` : "",
  ]);
  const all = [["figure", "measured", "goal", "reference in the same run"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}`,
  );
}

/** The machine in one line. */
export function hardware(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, ${memory} GB, ${type()}, Node ${process.version}`;
}

/** The commit that is measured, when this is a git work tree. */
export function commit(): string {
  try {
    const run = (...args: string[]): string =>
      execFileSync("git", args, { cwd: import.meta.dirname, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return `${run("rev-parse", "--short", "HEAD").trim()}${run("status", "--porcelain").trim() === "" ? "" : " and changes"}`;
  } catch {
    return "unknown";
  }
}

/** How many programs wanted a core in the last minute; well above nothing before the run means: busy. */
export function load(): number {
  return loadavg()[0] ?? 0;
}
