import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan } from "../../api/types.ts";
import { refreshPlan, stepPlan } from "../plans-api.ts";

/** Gives a plan up that was never submitted. Asks once, because a cancelled plan does not come back. */
export function CancelPlan({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => stepPlan(plan.id, "cancellation"),
    onSuccess: async () => {
      await refreshPlan(plan.id);
      await navigate({ to: "/plans" });
    },
  });
  if (plan.abilities["cancel"]?.allowed !== true) return null;
  return (
    <Group justify="flex-end" className="fp-no-print">
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        <Trans>Cancel this plan…</Trans>
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Cancel this plan?`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Text mb="md">
          <Trans>
            A cancelled plan stays in your list but cannot be submitted any more. You can make another one for the same
            fund and period.
          </Trans>
        </Text>
        {cancel.error && (
          <Text c="var(--mantine-color-error)" role="alert">
            {cancel.error.message}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            <Trans>Keep it</Trans>
          </Button>
          <Button color="red" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            <Trans>Cancel the plan</Trans>
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
