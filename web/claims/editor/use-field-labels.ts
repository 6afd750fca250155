import { useLingui } from "@lingui/react/macro";
import type { Claim } from "../../api/types.ts";
import type { ClaimFields } from "./use-claim-form.ts";

/** What the fields of a claim are called; those that its program asks for as the program calls them. */
export function useFieldLabels(claim: Pick<Claim, "asks">): ClaimFields {
  const { t } = useLingui();
  return {
    name: t`Name of the claim`,
    activityType: t`Activity`,
    executionDate: t`Date of execution`,
    amountClaimed: t`Amount claimed`,
    preApprovalId: t`Pre-approval ID`,
    sponsors: t`Number of sponsoring vendors`,
    sharePercent: t`Share agreed with the vendor`,
    event: t`Event`,
    ...Object.fromEntries(claim.asks.fields.map(({ code, name }) => [`fields.${code}`, name])),
  };
}
