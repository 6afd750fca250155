import type { Case } from "../case.ts";
import { type Compiled, compile, type ExpressionFault, isFault, type ResultType } from "./compile.ts";
import type { Subjects } from "./environment.ts";
import { claimFactsFor, type ExpressionFacts } from "./facts-of.ts";

/** What an expression gave, or why it gave nothing. */
export type Answer = { readonly value: unknown; readonly error?: undefined } | { readonly error: string };

/** Expressions by the document they stand in: read once, however many claims it judges. */
const compiled = new WeakMap<object, Map<string, Compiled | ExpressionFault>>();
/** Facts of a case are laid out once for all expressions that read them. */
const factsOf = new WeakMap<Case, ExpressionFacts>();

/** Asks an expression about a claim. Never throws: an expression that cannot answer says why. */
export function ask(c: Case, text: string, result: ResultType): Answer {
  let facts = factsOf.get(c);
  if (!facts) factsOf.set(c, (facts = claimFactsFor(c)));
  return askAbout(c.document, "claim", facts, text, result);
}

/** Asks an expression of a document about facts. Never throws. */
export function askAbout(
  document: object,
  subjects: Subjects,
  facts: ExpressionFacts,
  text: string,
  result: ResultType,
): Answer {
  let known = compiled.get(document);
  if (!known) compiled.set(document, (known = new Map()));
  const key = `${subjects} ${result} ${text}`;
  let expression = known.get(key);
  if (!expression) known.set(key, (expression = compile(text, subjects, result)));
  if (isFault(expression)) return { error: expression.message };
  try {
    const value = expression.run(facts);
    return isOf(value, result) ? { value } : { error: `gives no ${result}` };
  } catch (error) {
    const [message = "no answer"] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { error: message.slice(0, 300) };
  }
}

/** True where an expression holds, false where it does not, undefined where it cannot tell. */
export function holdsFor(c: Case, text: string): boolean | undefined {
  const answer = ask(c, text, "bool");
  return answer.error === undefined ? answer.value === true : undefined;
}

/** Minor units that an expression gives, none below nothing; undefined where it cannot tell. */
export function amountFrom(c: Case, text: string): bigint | undefined {
  const answer = ask(c, text, "int");
  if (answer.error !== undefined || typeof answer.value !== "bigint") return undefined;
  return answer.value < 0n ? 0n : answer.value;
}

function isOf(value: unknown, result: ResultType): boolean {
  return typeof value === (result === "bool" ? "boolean" : result === "int" ? "bigint" : "string");
}
