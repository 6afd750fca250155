import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { ApiProblem, isStatus } from "../../api/problem.ts";
import type { Plan } from "../../api/types.ts";
import { amountInWords } from "../../i18n/format.ts";
import { FindingsList } from "../../ui/FindingsList.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { toTop } from "../../ui/to-top.ts";
import { refreshPlan, submitPlan } from "../plans-api.ts";

interface SubmitPlanDialogProps {
  plan: Plan;
  opened: boolean;
  onClose: () => void;
}

/** The last look before submitting a plan: repeats the amount and says who reviews it. */
export function SubmitPlanDialog({ plan, opened, onClose }: SubmitPlanDialogProps) {
  const { t } = useLingui();
  const amount = plan.plannedAmount;
  const inWords = `${amountInWords(amount.amount, amount.currency)} ${amount.currency}`;
  const submit = useMutation({
    mutationFn: () => submitPlan(plan.id, amount),
    onSuccess: async () => {
      onClose();
      await refreshPlan(plan.id);
      toTop();
      notifications.show({ message: t`Submitted. ${plan.number} is at the vendor now.` });
    },
    // Submitted or changed in another tab meanwhile: it is shown as it is now.
    onError: (error) => {
      if (isStatus(error, 409) || isStatus(error, 412)) void refreshPlan(plan.id);
    },
  });
  const findings = submit.error instanceof ApiProblem ? submit.error.body.findings : undefined;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<Text fw={620} size="lg">{t`Submit this plan`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        <div>
          <Text c="dimmed" size="sm">
            <Trans>You plan</Trans>
          </Text>
          <MoneyText value={amount} size="large" />
          <Text c="dimmed" size="sm">
            <Trans>
              {plan.reviewerEmail} reviews it and may approve it for less. Until then it is locked: you cannot change it
              unless the reviewer sends it back.
            </Trans>
          </Text>
        </div>
        {submit.error && (
          <Alert color="red" role="alert">
            {submit.error.message}
            {findings && <FindingsList findings={findings} complete="" jumps={false} />}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Not yet</Trans>
          </Button>
          <Button loading={submit.isPending} onClick={() => submit.mutate()} data-autofocus>
            <Trans>Submit {inWords}</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
