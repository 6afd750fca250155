import { addDays, type IsoDate, type Sentence, sentence } from "../../kernel/index.ts";
import type { RequirementCheck } from "../parts/enrollment-schema.ts";
import { askAbout } from "../rules/expressions/ask.ts";
import { TEN_THOUSAND, tenThousandths } from "../ten-thousandths.ts";
import { type EligibilityFacts, holdsOnDay, type KnownFact } from "./eligibility-facts.ts";

/** What a check gave, what it found, and what it asks for. */
export interface Checked {
  readonly state: "met" | "unmet" | "unknown";
  readonly found: Sentence;
  readonly asks: Sentence;
}

const NOTHING = sentence("Nothing is recorded.");

/** Judges one check. Never throws. */
export function judgeCheck(
  document: object,
  check: RequirementCheck,
  facts: EligibilityFacts,
  today: IsoDate,
): Checked {
  switch (check.kind) {
    case "country":
      return oneOf(facts.country, check.in, sentence("A location in {list}.", { list: check.in.join(", ") }));
    case "partner-type":
      return oneOf(facts.partnerType, check.in, sentence("Partner type: {list}.", { list: check.in.join(", ") }));
    case "partner-tier":
      return oneOf(facts.partnerTier, check.in, sentence("Partner tier: {list}.", { list: check.in.join(", ") }));
    case "standing":
      return judgeStanding(check.without, facts.standing);
    case "held":
      return judgeHeld(check, facts, today);
    case "agreement":
      return judgeAgreement(check, facts, today);
    case "at-least":
      return judgeLeast(check, facts, today);
    case "expression":
      return judgeExpression(document, check.holds, facts, today);
  }
}

function oneOf(found: string | null, allowed: readonly string[], asks: Sentence): Checked {
  if (found === null || found === "") return { state: "unknown", found: NOTHING, asks };
  return { state: allowed.includes(found) ? "met" : "unmet", found: sentence("Found: {found}.", { found }), asks };
}

function judgeStanding(without: readonly string[], standing: readonly string[]): Checked {
  const asks = sentence("None of these holds: {list}.", { list: without.join(", ") });
  const holding = without.filter((code) => standing.includes(code));
  if (holding.length === 0) return { state: "met", found: sentence("None of them holds."), asks };
  return { state: "unmet", found: sentence("Holds now: {list}.", { list: holding.join(", ") }), asks };
}

function judgeHeld(
  { fact, stillFor = 0 }: Extract<RequirementCheck, { kind: "held" }>,
  facts: EligibilityFacts,
  today: IsoDate,
): Checked {
  const until = addDays(today, stillFor);
  const asks =
    stillFor === 0 ? sentence("Held today.") : sentence("Held today and until {day} at least.", { day: until });
  const known = facts.known.filter(({ code }) => code === fact);
  const does = known.find((one) => holdsOnDay(one, today) && holdsOnDay(one, until));
  if (does) return { state: "met", found: validity(does), asks };
  return { state: "unmet", found: saidOf(known), asks };
}

function judgeAgreement(
  { fact, versions }: Extract<RequirementCheck, { kind: "agreement" }>,
  facts: EligibilityFacts,
  today: IsoDate,
): Checked {
  const asks = versions
    ? sentence("Signed and in force, in version {list}.", { list: versions.join(", ") })
    : sentence("Signed and in force.");
  const known = facts.known.filter(({ code }) => code === fact);
  const active = known.filter((one) => holdsOnDay(one, today));
  const does = active.find(({ value }) => !versions || (value !== null && versions.includes(value)));
  if (does) return { state: "met", found: validity(does), asks };
  return { state: "unmet", found: saidOf(active.length > 0 ? active : known), asks };
}

function judgeLeast(
  { fact, least }: Extract<RequirementCheck, { kind: "at-least" }>,
  facts: EligibilityFacts,
  today: IsoDate,
): Checked {
  const asks = sentence("At least {least}.", { least });
  const active = facts.known.filter((one) => one.code === fact && holdsOnDay(one, today));
  const numbers = active.flatMap(({ value }) => (value !== null && isNumber(value) ? [value] : []));
  if (numbers.length === 0) return { state: "unknown", found: NOTHING, asks };
  const best = numbers.reduce((a, b) => (tenThousandths(b) > tenThousandths(a) ? b : a));
  return {
    state: tenThousandths(best) >= tenThousandths(least) ? "met" : "unmet",
    found: sentence("Found: {found}.", { found: best }),
    asks,
  };
}

function judgeExpression(document: object, holds: string, facts: EligibilityFacts, today: IsoDate): Checked {
  const asks = sentence("A rule of the program over what is recorded.");
  const answer = askAbout(document, "enrollment", expressionFacts(facts, today), holds, "bool");
  if (answer.error !== undefined) {
    return { state: "unknown", found: sentence("It cannot be told: {why}.", { why: answer.error }), asks };
  }
  return answer.value === true
    ? { state: "met", found: sentence("It holds."), asks }
    : { state: "unmet", found: sentence("It does not hold."), asks };
}

/**
 * The facts as expressions read them: only those that hold today; of a code that is known twice the location's own. A number that is
 * not whole is rounded down.
 */
function expressionFacts(facts: EligibilityFacts, today: IsoDate): Readonly<Record<string, unknown>> {
  // What is put into a map last stays.
  const active = facts.known.filter((one) => holdsOnDay(one, today)).toReversed();
  return {
    location: { country: facts.country, market: facts.market },
    partner: { type: facts.partnerType ?? "", tier: facts.partnerTier ?? "" },
    standing: [...facts.standing],
    facts: new Map(active.map(({ code, value }) => [code, value ?? "yes"])),
    numbers: new Map(
      active.flatMap(({ code, value }) =>
        value !== null && isNumber(value) ? [[code, tenThousandths(value) / TEN_THOUSAND] as const] : [],
      ),
    ),
    today,
  };
}

function isNumber(text: string): boolean {
  return /^\d{1,15}(\.\d{1,4})?$/.test(text);
}

function validity({ value, validTo }: KnownFact): Sentence {
  if (value === null) {
    return validTo === null ? sentence("Held, without an end.") : sentence("Held until {day}.", { day: validTo });
  }
  return validTo === null
    ? sentence("Found: {found}.", { found: value })
    : sentence("Found: {found}, valid until {day}.", { found: value, day: validTo });
}

/** What is known where it is not enough: the one that lasts longest. */
function saidOf(known: readonly KnownFact[]): Sentence {
  const [last] = known.toSorted((a, b) => ((a.validTo ?? "9999") < (b.validTo ?? "9999") ? 1 : -1));
  return last ? validity(last) : NOTHING;
}
