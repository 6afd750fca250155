import { useLingui } from "@lingui/react/macro";
import type { Side } from "../../api/types.ts";

/** A type of event that mails tell of, in words. */
export interface MailType {
  readonly type: string;
  readonly label: string;
}

/** The events this side gets mails about. */
export function useMailTypes(side: Side): readonly MailType[] {
  const { t } = useLingui();
  if (side === "vendor")
    return [
      { type: "enrollment.declined", label: t`An invitation was declined` },
      { type: "claim.submitted", label: t`A claim was submitted` },
      { type: "claim.withdrawn", label: t`A claim was withdrawn` },
      { type: "claim.commented", label: t`A comment on a claim` },
      { type: "plan.submitted", label: t`A plan was submitted to me` },
      { type: "plan.reviewer-assigned", label: t`A plan was given to me for review` },
      { type: "plan.commented", label: t`A comment on a plan` },
      { type: "edition.publication-requested", label: t`A publication waits for me as the second person` },
      { type: "edition.publication-withdrawn", label: t`A publication I asked for was declined` },
      { type: "edition.published", label: t`A publication I asked for was made` },
    ];
  return [
    { type: "enrollment.invited", label: t`An invitation to a program` },
    { type: "enrollment.invitation-expired", label: t`An invitation has expired` },
    { type: "enrollment.action-required", label: t`Something is missing for taking part` },
    { type: "enrollment.completed", label: t`A location takes part` },
    { type: "enrollment.lapsed", label: t`Requirements are no longer met` },
    { type: "enrollment.discontinued", label: t`Taking part has ended` },
    { type: "access-request.made", label: t`Somebody asks me for rights` },
    { type: "claim.information-requested", label: t`A question about a claim` },
    { type: "claim.approved", label: t`A claim was approved` },
    { type: "claim.rejected", label: t`A claim was rejected` },
    { type: "claim.expired", label: t`A claim has expired` },
    { type: "claim.commented", label: t`A comment on a claim` },
    { type: "plan.information-requested", label: t`A question about a plan` },
    { type: "plan.approved", label: t`A plan was approved` },
    { type: "plan.rejected", label: t`A plan was rejected` },
    { type: "plan.expired", label: t`A plan has expired` },
    { type: "plan.commented", label: t`A comment on a plan` },
    { type: "edition.published", label: t`New rules of a program were published` },
  ];
}
