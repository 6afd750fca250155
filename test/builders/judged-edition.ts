import { expect } from "vitest";
import { nothingBlocks } from "../../src/kernel/index.ts";
import {
  type Assessment,
  type ClaimFacts,
  type ClaimSubject,
  type EditionDocument,
  evaluate,
  evaluateRequest,
  type JudgingEdition,
  type RequestFacts,
  type RequestSubject,
  validateEdition,
} from "../../src/programs/index.ts";
import { coopEdition, facts, subject, usd } from "./judged-claim.ts";

/** The co-op edition with some parts ruled otherwise: sound, or the test fails with what is wrong with it. */
export function ruled(changes: Partial<EditionDocument> & Readonly<Record<string, unknown>>): JudgingEdition {
  const edition = coopEdition("FY27", changes);
  const findings = validateEdition(edition.document);
  expect(nothingBlocks(findings), JSON.stringify(findings)).toBe(true);
  return edition;
}

/** The co-op edition with one activity type ruled otherwise. */
export function ruledType(
  code: string,
  changes: Partial<EditionDocument["activityTypes"][number]>,
  others: Partial<EditionDocument> = {},
): JudgingEdition {
  const { activityTypes } = coopEdition().document;
  return ruled({
    activityTypes: activityTypes.map((type) => (type.code === code ? { ...type, ...changes } : type)),
    ...others,
  });
}

/** What the rules say about a claim that is otherwise sound: names of rules that block, cut or warn. */
export function judged(
  edition: JudgingEdition,
  claim: Partial<ClaimSubject> = {},
  known: Partial<ClaimFacts> = {},
): Assessment & { readonly rules: readonly string[] } {
  const assessment = evaluate(edition, subject(claim), facts(known));
  const said = assessment.findings.filter(({ severity }) => severity !== "informs");
  return { ...assessment, rules: said.map(({ rule }) => rule) };
}

/** A sound request of digital advertising over 1,000.00, six weeks ahead. */
export function request(changes: Partial<RequestSubject> = {}): RequestSubject {
  return {
    activityType: "digital-advertising",
    currency: "USD",
    amount: usd("1000.00"),
    startsOn: "2026-11-23",
    endsOn: "2026-11-27",
    reason: null,
    isReturned: false,
    changes: [],
    metrics: { "results-summary": { value: "2,000 clicks", fileId: null } },
    ...changes,
  };
}

/** Names of rules that a request of 10 October 2026 meets. */
export function requested(
  edition: JudgingEdition,
  changes: Partial<RequestSubject> = {},
  known: Partial<RequestFacts> = {},
): readonly string[] {
  const world: RequestFacts = { today: "2026-10-10", requestedOn: "2026-10-10", enrolled: true, rates: [], ...known };
  return evaluateRequest(edition, request(changes), world).map(({ rule }) => rule);
}

/** One rule of another published program, by its id in docs/peer-rules.md. */
export interface PeerRule {
  readonly id: string;
  readonly says: string;
  readonly holds: () => void;
}
