import { marketOf, personNames } from "../identity/index.ts";
import { type Actor, DomainError, dateIn, type IsoDate } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { activityTypeOf, serviceDeadline } from "../programs/index.ts";
import { getClaim, namesOf } from "./claim-queries.ts";
import { editionOf } from "./judge-claim.ts";
import { decisionsOn } from "./replay-decision.ts";

/** What the partner handed in at the last submission, and what was promised for it. */
export interface ClaimReceipt {
  readonly number: string;
  readonly name: string;
  readonly round: number;
  readonly partner: string;
  readonly location: string;
  readonly program: string;
  readonly usagePeriod: string;
  readonly activityType: string;
  readonly executionDate: IsoDate | null;
  readonly submittedAt: Date;
  /** The day of the submission in the program's zone. */
  readonly submittedOn: IsoDate;
  readonly submittedBy: string;
  readonly timeZone: string;
  readonly amountClaimed: Money | null;
  readonly costs: readonly { readonly what: string; readonly amount: Money | null }[];
  readonly statements: readonly string[];
  readonly decisionBy: IsoDate;
}

/**
 * The receipt of a claim's last submission, made from what was kept with it: later changes of the claim do not change it.
 * 404 outside the actor's scope; 409 `not-submitted` when the claim was never submitted.
 */
export async function claimReceipt(tx: Tx, actor: Actor, id: string): Promise<ClaimReceipt> {
  const claim = await getClaim(tx, actor, id);
  const submission = (await decisionsOn(tx, id)).findLast(({ verb }) => verb === "submit");
  if (!submission) {
    throw new DomainError({
      code: "not-submitted",
      kind: "conflict",
      message: "There is a receipt once the claim was submitted.",
      details: { status: claim.status },
    });
  }
  const { document } = await editionOf(tx, claim);
  const { subject, decidedAt: submittedAt, decidedBy } = submission;
  const named = await namesOf(tx, claim);
  const { dueOn } = serviceDeadline(document.serviceLevels.claimDecision, {
    from: submittedAt,
    market: await marketOf(tx, claim.locationId),
    zone: document.timeZone,
    calendar: document.calendar,
  });
  return {
    number: claim.number,
    name: claim.name,
    round: submission.round,
    partner: named.partnerName,
    location: named.locationName,
    program: document.programName,
    usagePeriod: subject.usagePeriod,
    activityType: activityTypeOf(document, subject.activityType)?.name ?? subject.activityType,
    executionDate: subject.executionDate,
    submittedAt,
    submittedOn: dateIn(document.timeZone, submittedAt),
    submittedBy: (await personNames(tx, [decidedBy])).get(decidedBy) ?? "",
    timeZone: document.timeZone,
    amountClaimed: subject.amountClaimed,
    costs: [
      ...subject.invoices.map((one) => ({ what: `Invoice ${one.number}, ${one.supplierName}`, amount: one.total })),
      ...subject.certifications.map((one) => ({ what: `In-house cost, ${one.personOrRole}`, amount: one.total })),
    ],
    statements: document.acknowledgements
      .filter(({ code }) => claim.acknowledged.includes(code))
      .map(({ text }) => text),
    decisionBy: dueOn,
  };
}
