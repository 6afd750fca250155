import type { IsoDate } from "../../kernel/index.ts";

/** Something known of a partner or location. The same code may be known twice: of the location, and of its organisation. */
export interface KnownFact {
  readonly code: string;
  /** A version, a number, a code; null where holding it is all there is to say. */
  readonly value: string | null;
  readonly validFrom: IsoDate;
  /** Last day; null for no end. */
  readonly validTo: IsoDate | null;
}

/** What is known of a location and its partner, as far as requirements ask for it. Whoever asks collects it. */
export interface EligibilityFacts {
  /** ISO 3166 country of the location. */
  readonly country: string;
  readonly market: string;
  /** What the partner is in the program; null where nobody said. */
  readonly partnerType: string | null;
  readonly partnerTier: string | null;
  /** Codes of the edition's standing that hold now. */
  readonly standing: readonly string[];
  /** The location's own first. */
  readonly known: readonly KnownFact[];
}

/** A fact that holds on a day. */
export function holdsOnDay(fact: KnownFact, day: IsoDate): boolean {
  return fact.validFrom <= day && (fact.validTo === null || fact.validTo >= day);
}
