import { useLingui } from "@lingui/react/macro";
import type { Side } from "../api/types.ts";

/** The statuses of plans in the groups people think in; the words of a single status come from the server. */
export function usePlanGroups(reader: Side): { value: string; label: string }[] {
  const { t } = useLingui();
  const vendor = reader === "vendor";
  return [
    { value: "", label: t`All` },
    ...(vendor
      ? [
          { value: "submitted,under_review", label: t`To decide` },
          { value: "action_required,rejected", label: t`At the partner` },
        ]
      : [
          { value: "action_required,editing,rejected", label: t`With you` },
          { value: "submitted,under_review", label: t`At the vendor` },
        ]),
    { value: "approved", label: t`Approved` },
    { value: "closed,expired,cancelled", label: t`Ended` },
  ];
}
