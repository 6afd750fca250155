import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { Plan } from "../../api/types.ts";
import { CancelDialog } from "../../ui/CancelDialog.tsx";
import { refreshPlan, stepPlan } from "../plans-api.ts";

/** Gives a plan up that was never submitted, where that is allowed. */
export function CancelPlan({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  if (plan.abilities["cancel"]?.allowed !== true) return null;
  const cancel = async () => {
    await stepPlan(plan.id, "cancellation");
    await refreshPlan(plan.id);
    await navigate({ to: "/plans" });
  };
  return (
    <CancelDialog
      ask={t`Cancel this plan…`}
      title={t`Cancel this plan?`}
      confirm={t`Cancel the plan`}
      onCancel={cancel}
    >
      <Trans>
        A cancelled plan stays in your list but cannot be submitted any more. You can make another one for the same fund
        and period.
      </Trans>
    </CancelDialog>
  );
}
