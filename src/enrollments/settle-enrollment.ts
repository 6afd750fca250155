import type { Command, IsoDate } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, editionById } from "../programs/index.ts";
import type { Enrollment } from "./enrollment.ts";
import { todayOf } from "./judge-location.ts";
import { followingStep } from "./step-enrollment.ts";

/** The edition an enrollment names. There is one: the table refers to it. */
export async function editionOf(tx: Tx, { editionId }: Pick<Enrollment, "editionId">): Promise<Edition> {
  const edition = await editionById(tx, editionId);
  if (!edition) throw new Error(`enrollment without its edition ${editionId}`);
  return edition;
}

/**
 * What follows once somebody agreed to take part (rulebook 4.6): enrolled where everything is complete, else the partner is asked
 * for what is missing. Earnings count from the first day of the month in which everything was complete (rulebook 5.7, T24).
 */
export async function settle(tx: Tx, command: Command, enrollment: Enrollment): Promise<Enrollment> {
  if (!enrollment.payoutReady)
    return followingStep(tx, command, enrollment, "requireAction", {}, { missing: ["payout-data"] });
  const edition = await editionOf(tx, enrollment);
  const earningsStartOn = enrollment.earningsStartOn ?? earningsFrom(edition, todayOf(edition, command.now));
  return followingStep(tx, command, enrollment, "complete", { earningsStartOn }, { earningsStartOn });
}

/** The first day of the month, and never a day before the program year. */
export function earningsFrom(edition: Pick<Edition, "startsOn">, today: IsoDate): IsoDate {
  const first = `${today.slice(0, 7)}-01`;
  return first < edition.startsOn ? edition.startsOn : first;
}
