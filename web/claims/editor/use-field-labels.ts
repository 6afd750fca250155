import { useLingui } from "@lingui/react/macro";
import type { ClaimFields } from "./use-claim-form.ts";

/** What the fields of a claim are called. */
export function useFieldLabels(): Record<keyof ClaimFields, string> {
  const { t } = useLingui();
  return {
    name: t`Name of the claim`,
    activityType: t`Activity`,
    executionDate: t`Date of execution`,
    amountClaimed: t`Amount claimed`,
    preApprovalId: t`Pre-approval ID`,
  };
}
