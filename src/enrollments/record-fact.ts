import { loadLocation } from "../identity/index.ts";
import { type Command, enforce, invalid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { mayRecordFacts } from "./enrollment-policy.ts";
import type { RecordFactBody } from "./partner-fact-contract.ts";
import { insertFact, type PartnerFact } from "./partner-fact-store.ts";

/**
 * Records what is known of a location or of its organisation: an agreement, a certification, a figure. The vendor's program managers
 * do. Requirements are judged by it from then on: at once where somebody looks, by the clock for statuses.
 */
export async function recordFact(
  tx: Tx,
  command: Command,
  locationId: string,
  body: () => RecordFactBody,
): Promise<PartnerFact> {
  const { actor, now } = command;
  const location = await loadLocation(tx, actor, locationId);
  enforce(mayRecordFacts(actor));
  const { code, value = null, validFrom, validTo = null, of, source } = body();
  if (validTo !== null && validTo < validFrom) {
    const message = "It would end before it begins.";
    throw invalid("invalid-body", message, [{ field: "validTo", code: "ends-before-it-begins", message }]);
  }
  const fact = await insertFact(tx, command, {
    partnerId: location.partnerId,
    locationId: of === "location" ? location.id : null,
    code,
    value,
    validFrom,
    validTo,
    source,
  });
  await events.record(tx, {
    at: now,
    type: "partner-fact.recorded",
    subjectType: "location",
    subjectId: location.id,
    partnerId: location.partnerId,
    actor,
    payload: { fact: fact.id, code, value, validFrom, validTo, of },
  });
  return fact;
}
