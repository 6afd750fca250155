import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { compare, moneyOf } from "../../../src/money/money.ts";
import type { Plan, Review } from "../../api/types.ts";
import { amountInWords } from "../../i18n/format.ts";
import { ExplainedButton } from "../../ui/ExplainedButton.tsx";
import { MoneyInput } from "../../ui/MoneyInput.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { planPorts } from "../reviews-api.ts";
import { useDecision } from "../use-decision.ts";

interface ApprovePlanDialogProps {
  review: Review;
  plan: Plan;
  onClose: () => void;
  onNext: () => void;
}

/** The last look before approving a plan: the limit, and for less than planned the reason as the partner will read it. */
export function ApprovePlanDialog({ review, plan, onClose, onNext }: ApprovePlanDialogProps) {
  const { t } = useLingui();
  const { currency } = plan;
  const [amount, setAmount] = useState(plan.plannedAmount.amount);
  const [reasonCode, setReason] = useState<string | null>(null);
  const [comment, setComment] = useState("");
  const inWords = amount ? `${amountInWords(amount, currency)} ${currency}` : "";
  const against = amount ? compare(moneyOf(amount, currency), moneyOf(plan.plannedAmount.amount, currency)) : 1;
  const lower = amount !== "" && against < 0;
  const reasons = review.reasonCodes.filter(({ usedFor }) => usedFor.includes("cut"));
  const { send, message } = useDecision({
    ports: planPorts(plan),
    done: t`${plan.number} approved with ${inWords}.`,
    onDone: () => {
      onClose();
      onNext();
    },
  });
  const fault =
    amount === "" || moneyOf(amount, currency).minor <= 0n
      ? t`Please say how much is approved; for nothing, reject the plan.`
      : against > 0
        ? t`More than was planned cannot be approved.`
        : lower && !reasonCode && comment.trim() === ""
          ? t`Please say why it is less, with a reason or in your own words.`
          : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={620} size="lg">{t`Approve ${plan.number}`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault) return;
          send.mutate({
            step: "approval",
            body: {
              approvedAmount: { amount, currency },
              ...(reasonCode ? { reasonCode } : {}),
              ...(comment.trim() ? { comment } : {}),
            },
          });
        }}
      >
        <Stack>
          <Text c="dimmed">
            <Trans>
              Planned is <MoneyText value={plan.plannedAmount} />. What you approve is the limit of what is paid for
              this plan.
            </Trans>
          </Text>
          <MoneyInput label={t`Limit`} data-autofocus currency={currency} value={amount} onChange={setAmount} />
          {lower && (
            <Select
              label={t`Why less`}
              clearable
              data={reasons.map(({ code, label }) => ({ value: code, label }))}
              value={reasonCode}
              onChange={setReason}
            />
          )}
          <Textarea
            label={t`A word to the partner`}
            description={lower ? undefined : t`Optional`}
            autosize
            minRows={2}
            maxLength={4000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {message && (
            <Alert color="red" role="alert">
              {message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Not yet</Trans>
            </Button>
            <ExplainedButton
              type="submit"
              ability={fault ? { allowed: false, message: fault } : undefined}
              loading={send.isPending}
              onClick={() => undefined}
            >
              <Trans>Approve {inWords}</Trans>
            </ExplainedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
