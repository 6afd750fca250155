import { invalid } from "../kernel/index.ts";
import { activityTypeOf, type Edition } from "../programs/index.ts";

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

/** Refuses a value that nothing answers to. */
export function unknownValue(field: string, message: string) {
  return invalid("invalid-body", message, [{ field, code: "unknown-value", message }]);
}

/** Refuses a value that the activity of the claim's plan says otherwise. */
export function contradictsPlan(field: string, own: string) {
  return { field, code: "contradicts-plan", message: `The activity's own is "${own}". Leave it out.` };
}
