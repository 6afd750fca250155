import { type Finding, isIsoDate, type Sentence, type Severity, sentence } from "../../kernel/index.ts";
import { amountText, isCurrency, type Money, type MoneyOnWire } from "../../money/index.ts";
import type { ActivityType } from "../activity-type-schema.ts";
import { activityTypeOf, editionName, type JudgingEdition, reasonCodeOf, windowFor } from "../edition.ts";
import type { ClaimingWindow, EditionDocument } from "../edition-schema.ts";
import type { ClaimFacts } from "./facts.ts";
import type { ClaimSubject } from "./subject.ts";
import { type WorkingLine, workingLines } from "./working-line.ts";

/** A claim laid out for the rules: what each of them reads, looked up once. */
export interface Case {
  readonly edition: JudgingEdition;
  readonly document: EditionDocument;
  readonly subject: ClaimSubject;
  readonly facts: ClaimFacts;
  readonly type: ActivityType | undefined;
  /** Path of the activity type in the document: `activityTypes[3]`. */
  readonly typePath: string;
  readonly window: ClaimingWindow | undefined;
  readonly windowPath: string;
  /** The lines as they were handed in, before any cut. */
  readonly lines: readonly WorkingLine[];
  /** Sum of the eligible lines before a share of the vendor and before caps, in minor units; known once lines were judged. */
  readonly eligibleCost?: bigint;
  /** The most that may be claimed: what is eligible, less the part the partner bears; known once lines were judged. */
  readonly proofTotal?: bigint;
}

/** A rule that only looks: from a case to what it found. Pure, total, and blind to the other rules. */
export type Rule = (c: Case) => readonly Finding[];

/** Lays a claim out for the rules. */
export function caseOf(edition: JudgingEdition, subject: ClaimSubject, facts: ClaimFacts): Case {
  const { document } = edition;
  const type = activityTypeOf(document, subject.activityType);
  const window = windowFor(document, subject.usagePeriod);
  return {
    edition,
    document,
    subject,
    facts,
    type,
    typePath: type ? `activityTypes[${document.activityTypes.indexOf(type)}]` : "activityTypes",
    window,
    windowPath: window ? `windows[${document.windows.indexOf(window)}]` : "windows",
    lines: workingLines(subject, type, document),
  };
}

/** What a rule says; `at` is the path in the edition document where the rule stands. */
export interface Said {
  readonly rule: string;
  readonly severity: Severity;
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
  readonly at: string;
  readonly remedy: Sentence;
  readonly reasonCode?: string;
  /** What it costs, in minor units, positive. */
  readonly cost?: bigint;
}

/** Makes a finding: names the source, and the reason code where the edition has it. */
export function finding(c: Case, said: Said): Finding {
  const { at, cost, reasonCode, remedy, ...rest } = said;
  const { currency } = c.subject;
  return {
    ...rest,
    source: `${editionName(c.edition)}, ${at}`,
    remedy: remedy.text,
    words: remedy.words,
    ...(cost === undefined || cost === 0n ? {} : { effect: { amount: minorText(-cost, currency), currency } }),
    ...(reasonCode !== undefined && reasonCodeOf(c.document, reasonCode) ? { reasonCode } : {}),
  };
}

/** A text of the edition as a sentence: the vendor's own words, said as they are written. */
export function asWritten(text: string): Sentence {
  return sentence("{words}", { words: text });
}

/** The minor units of an amount, when it is of the given currency. */
export function minorIn(amount: Money | null | undefined, currency: string): bigint | undefined {
  return amount && amount.currency === currency && isCurrency(currency) ? amount.minor : undefined;
}

/** The text of minor units; raw units when the currency is none. */
export function minorText(minor: bigint, currency: string): string {
  return isCurrency(currency) ? amountText({ minor, currency }) : minor.toString();
}

/** Minor units as an amount on the wire, for the places of sentences. */
export function amountOf(minor: bigint, currency: string): MoneyOnWire {
  return { amount: minorText(minor, currency), currency };
}

/** An amount as text for a finding, with its currency when it is not the claim's own; "nothing" for none. */
export function said(amount: Money | null, ownCurrency: string): string {
  if (!amount) return "nothing";
  const text = minorText(amount.minor, amount.currency);
  return amount.currency === ownCurrency ? text : `${text} ${amount.currency}`;
}

/** The text when it is a day of the calendar. */
export function dayOf(text: string | null): string | undefined {
  return text !== null && isIsoDate(text) ? text : undefined;
}

/** True when nothing but white space is there. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}
