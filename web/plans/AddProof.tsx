import { Trans } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Activity, Plan } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { proveActivity, refreshPlan } from "./plans-api.ts";

/** Begins the proof of an activity: opens the claim with what the plan knows filled in. */
export function AddProof({ plan, activity }: { plan: Plan; activity: Activity }) {
  const me = useMe();
  const navigate = useNavigate();
  const prove = useMutation({
    mutationFn: () => proveActivity(plan, activity),
    onSuccess: async (claim) => {
      void refreshPlan(plan.id);
      await navigate({ to: "/claims/$id", params: { id: claim.id } });
    },
    onError: (error) => {
      notifications.show({ color: "red", message: error.message });
      void refreshPlan(plan.id);
    },
  });
  if (me.side !== "partner" || plan.status !== "approved") return null;
  return (
    <ExplainedButton
      variant="light"
      ability={activity.abilities["addProof"]}
      loading={prove.isPending}
      onClick={() => prove.mutate()}
    >
      <Trans>Add proof</Trans>
    </ExplainedButton>
  );
}
