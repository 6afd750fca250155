import { dateIn, type IsoDate } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import {
  type Edition,
  type EligibilityFacts,
  holdsOnDay,
  type JudgedGroup,
  judgeEligibility,
} from "../programs/index.ts";
import { factsInForce } from "./partner-fact-store.ts";

/** What a partner is in a program: kept with its enrollment. */
export interface InProgram {
  readonly partnerType: string | null;
  readonly partnerTier: string | null;
  readonly standing: readonly string[];
}

/** A partner of which nobody has said yet what it is in the program. */
export const NOT_SAID: InProgram = { partnerType: null, partnerTier: null, standing: [] };

/** Judges a location by the requirements of an edition, as of a day; undefined where the edition asks for nothing. */
export async function judgeLocation(
  tx: Tx,
  edition: Pick<Edition, "document">,
  locationId: string,
  inProgram: InProgram,
  today: IsoDate,
): Promise<JudgedGroup | undefined> {
  const requirements = edition.document.enrollment?.requirements;
  if (!requirements) return undefined;
  return judgeEligibility(edition.document, requirements, await collectFacts(tx, locationId, inProgram, today), today);
}

/** The day it is in the edition's own zone. */
export function todayOf({ document }: Pick<Edition, "document">, now: Date): IsoDate {
  return dateIn(document.timeZone, now);
}

/** What is recorded of a location and its organisation. Type and tier of the program count before those of the partner. */
async function collectFacts(
  tx: Tx,
  locationId: string,
  inProgram: InProgram,
  today: IsoDate,
): Promise<EligibilityFacts> {
  const location = await tx
    .selectFrom("location")
    .select(["country", "market", "partner_id"])
    .where("id", "=", locationId)
    .executeTakeFirstOrThrow();
  const known = await factsInForce(tx, location.partner_id, locationId);
  const valueOf = (code: string): string | null =>
    known.find((fact) => fact.code === code && holdsOnDay(fact, today))?.value ?? null;
  return {
    country: location.country,
    market: location.market,
    partnerType: inProgram.partnerType ?? valueOf("partner-type"),
    partnerTier: inProgram.partnerTier ?? valueOf("partner-tier"),
    standing: inProgram.standing,
    known,
  };
}
