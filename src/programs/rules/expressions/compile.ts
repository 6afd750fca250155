import type { Environment } from "@marcbachmann/cel-js";
import { environmentFor, type Subjects } from "./environment.ts";

/** What an expression must give. */
export type ResultType = "bool" | "int" | "string";

/** An expression that was read and found sound. */
export interface Compiled {
  /** Gives the value; throws when the facts do not allow one, such as a division by nothing. */
  readonly run: (facts: Readonly<Record<string, unknown>>) => unknown;
}

/** Where in the text it is wrong, and how. */
export interface ExpressionFault {
  readonly message: string;
  /** Position in the expression, from 0; undefined when it is about the whole. */
  readonly at: number | undefined;
}

/** Functions and macros an expression may use: all take time in proportion to a list of the claim, none reads anything else. */
const ALLOWED: ReadonlySet<string> = new Set(
  (
    "size has all exists exists_one filter map string startsWith endsWith contains trim lowerAscii upperAscii " +
    "days addDays addMonths weekday minor percent sum least greatest like"
  ).split(" "),
);
const LOOPS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "filter", "map"]);

const environments = new Map<Subjects, Environment>();

/** Reads an expression and checks names and types. Takes any text, never throws. */
export function compile(text: string, subjects: Subjects, result: ResultType): Compiled | ExpressionFault {
  let environment = environments.get(subjects);
  if (!environment) environments.set(subjects, (environment = environmentFor(subjects)));
  try {
    const parsed = environment.parse(text);
    const refused = refusal(parsed.ast, 0);
    if (refused) return refused;
    const checked = parsed.check();
    if (!checked.valid) return faultOf(checked.error);
    if (checked.type !== result && checked.type !== "dyn")
      return { message: `gives ${checked.type}, and ${result} is asked for`, at: undefined };
    return { run: (facts) => parsed(facts) as unknown };
  } catch (error) {
    return faultOf(error);
  }
}

/** True when the text was refused. */
export function isFault(compiled: Compiled | ExpressionFault): compiled is ExpressionFault {
  return "message" in compiled;
}

/** First thing in an expression that is not for rules: a floating number, a loop in a loop, a function that is not listed. */
function refusal(node: unknown, loops: number): ExpressionFault | undefined {
  if (Array.isArray(node)) return firstOf(node.map((part) => () => refusal(part, loops)));
  if (!isNode(node)) return undefined;
  const { op, args, start } = node;
  if (op === "value") {
    if (typeof args === "number")
      return { message: "amounts and counts are whole numbers; write no decimal point", at: start };
    if (args instanceof Uint8Array) return { message: "bytes are not for rules", at: start };
    return undefined;
  }
  if ((op === "call" || op === "rcall") && Array.isArray(args)) {
    const [name, ...rest] = args as readonly unknown[];
    if (typeof name !== "string" || !ALLOWED.has(name))
      return { message: `"${String(name)}" is no function for rules; there are ${[...ALLOWED].join(", ")}`, at: start };
    if (op === "rcall" && LOOPS.has(name)) {
      if (loops > 0) return { message: `"${name}" stands inside another loop; one list at a time`, at: start };
      const [receiver, inner] = rest;
      return refusal(receiver, loops) ?? refusal(inner, loops + 1);
    }
    return firstOf(rest.map((part) => () => refusal(part, loops)));
  }
  return refusal(args, loops);
}

function firstOf(tries: readonly (() => ExpressionFault | undefined)[]): ExpressionFault | undefined {
  for (const attempt of tries) {
    const found = attempt();
    if (found) return found;
  }
  return undefined;
}

function isNode(value: unknown): value is { readonly op: string; readonly args: unknown; readonly start: number } {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}

/** First line of what the language says, without the drawing of the place. */
function faultOf(error: unknown): ExpressionFault {
  const text = error instanceof Error ? error.message : String(error);
  const [message = text] = text.split("\n");
  const range: unknown = typeof error === "object" && error !== null && "range" in error ? error.range : undefined;
  const at =
    typeof range === "object" && range !== null && "start" in range && typeof range.start === "number"
      ? range.start
      : undefined;
  return { message: message.slice(0, 300), at };
}
