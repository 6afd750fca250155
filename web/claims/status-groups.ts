import { useLingui } from "@lingui/react/macro";
import type { Side } from "../api/types.ts";

/** One chip of a filter: its words and the value of the query. */
export interface FilterOption {
  value: string;
  label: string;
}

/** The statuses of claims in the groups people think in; the words of a single status come from the server. */
export function useStatusGroups(reader: Side): FilterOption[] {
  const { t } = useLingui();
  const all = { value: "", label: t`All` };
  const decided = [
    { value: "approved", label: t`Approved` },
    { value: "rejected,expired,cancelled", label: t`Closed without payment` },
  ];
  if (reader === "vendor")
    return [
      all,
      { value: "submitted,under_review", label: t`To decide` },
      { value: "action_required", label: t`At the partner` },
      ...decided,
    ];
  return [
    all,
    { value: "action_required,editing", label: t`With you` },
    { value: "submitted,under_review", label: t`At the vendor` },
    ...decided,
  ];
}
