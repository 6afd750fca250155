import { invalid } from "../kernel/index.ts";
import { activityTypeOf, type Edition } from "../programs/index.ts";
import type { ClaimAnswers } from "./claim.ts";

/** Refuses an activity type that the catalogue of the edition does not have. */
export function checkActivityType(edition: Edition, code: string): void {
  if (activityTypeOf(edition.document, code)) return;
  throw unknownValue("activityType", `The program has no activity type "${code}". Choose one of its catalogue.`);
}

/** Refuses an amount of another currency than the fund's: one claim, one currency (rulebook 3.4). */
export function otherCurrency(expected: string) {
  return invalid("invalid-body", `This fund is in ${expected}: claim in ${expected}.`, [
    { field: "amountClaimed.currency", code: "currency-mismatch", message: `Must be ${expected}.` },
  ]);
}

/** Refuses values of fields that the program does not ask for, by name. */
export function checkOwnFields(edition: Edition, fields: Readonly<Record<string, string>> | undefined): void {
  const known = (edition.document.claims?.fields ?? []).map(({ code }) => code);
  const errors = Object.keys(fields ?? {})
    .filter((code) => !known.includes(code))
    .map((code) => ({
      field: `fields.${code}`,
      code: "unknown-field",
      message:
        known.length === 0
          ? "This program asks for no fields of its own."
          : `This program asks for ${known.join(", ")}.`,
    }));
  const [first] = errors;
  if (first) throw invalid("invalid-body", first.message, errors);
}

/** What was said of what only some programs ask; what was left out is not there. */
export function answersOf(
  input: { readonly [Name in keyof ClaimAnswers]?: ClaimAnswers[Name] | undefined },
): ClaimAnswers {
  const { fields = {}, sponsors = null, sharePercent = null, event = null } = input;
  return { fields, sponsors, sharePercent, event };
}

/** Refuses a value that nothing answers to. */
export function unknownValue(field: string, message: string) {
  return invalid("invalid-body", message, [{ field, code: "unknown-value", message }]);
}

/** Refuses a value that the activity of the claim's plan says otherwise. */
export function contradictsPlan(field: string, own: string) {
  return { field, code: "contradicts-plan", message: `The activity's own is "${own}". Leave it out.` };
}
