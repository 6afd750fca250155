import { dateIn, type IsoDate } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, holdsOnDay, type JudgedGroup, judgeEligibility } from "../programs/index.ts";
import { factsInForce, type LocationOf, type PartnerFact } from "./partner-fact-store.ts";

/** What a partner is in a program: kept with its enrollment. */
export interface InProgram {
  readonly partnerType: string | null;
  readonly partnerTier: string | null;
  readonly standing: readonly string[];
}

/** A partner of which nobody has said yet what it is in the program. */
export const NOT_SAID: InProgram = { partnerType: null, partnerTier: null, standing: [] };

/** What is recorded of a location itself. */
export interface RecordedLocation extends LocationOf {
  readonly country: string;
  readonly market: string;
}

/** Judges a location by the requirements of an edition, as of a day; undefined where the edition asks for nothing. */
export async function judgeLocation(
  tx: Tx,
  edition: Pick<Edition, "document">,
  locationId: string,
  inProgram: InProgram,
  today: IsoDate,
): Promise<JudgedGroup | undefined> {
  if (!edition.document.enrollment?.requirements) return undefined;
  const location = await tx
    .selectFrom("location")
    .select(["id", "country", "market", "partner_id as partnerId"])
    .where("id", "=", locationId)
    .executeTakeFirstOrThrow();
  const facts = await factsInForce(tx, [location]);
  return judgeByFacts(edition, location, inProgram, facts.get(locationId) ?? [], today);
}

/** The same by facts that were read before. Type and tier of the program count before those of the partner. */
export function judgeByFacts(
  { document }: Pick<Edition, "document">,
  { country, market }: RecordedLocation,
  { partnerType, partnerTier, standing }: InProgram,
  known: readonly PartnerFact[],
  today: IsoDate,
): JudgedGroup | undefined {
  const requirements = document.enrollment?.requirements;
  if (!requirements) return undefined;
  const valueOf = (code: string): string | null =>
    known.find((fact) => fact.code === code && holdsOnDay(fact, today))?.value ?? null;
  const facts = {
    country,
    market,
    partnerType: partnerType ?? valueOf("partner-type"),
    partnerTier: partnerTier ?? valueOf("partner-tier"),
    standing,
    known,
  };
  return judgeEligibility(document, requirements, facts, today);
}

/** The day it is in the edition's own zone. */
export function todayOf({ document }: Pick<Edition, "document">, now: Date): IsoDate {
  return dateIn(document.timeZone, now);
}
