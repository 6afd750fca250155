import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ClaimReview } from "../api/types.ts";
import { amountInWords } from "../i18n/format.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { approvalBody, type Decision } from "./decision.ts";
import { claimPorts } from "./reviews-api.ts";
import { useDecision } from "./use-decision.ts";

interface ApproveDialogProps {
  review: ClaimReview;
  decision: Decision;
  opened: boolean;
  onClose: () => void;
  onNext: () => void;
}

/** The last look before approving: the amount, the cuts with their reasons as the partner will read them. */
export function ApproveDialog({ review, decision, opened, onClose, onNext }: ApproveDialogProps) {
  const { t } = useLingui();
  const [comment, setComment] = useState("");
  const inWords = `${amountInWords(decision.approved.amount, decision.approved.currency)} ${decision.approved.currency}`;
  const done = (): void => {
    onClose();
    onNext();
  };
  const { send, message } = useDecision({
    ports: claimPorts(review.claim),
    done: t`${review.subject.number} approved with ${inWords}.`,
    onDone: done,
  });
  const reasonOf = (code: string | null): string =>
    review.reasonCodes.find((reason) => reason.code === code)?.label ?? "";
  const cuts = decision.lines.filter(
    ({ amount, eligible, line }) => amount !== eligible.amount || eligible.amount !== line.amount.amount,
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<Text fw={620} size="lg">{t`Approve ${review.subject.number}`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate({ step: "approval", body: approvalBody(decision, comment) });
        }}
      >
        <Stack>
          <div>
            <Text c="dimmed" size="sm">
              <Trans>The partner gets</Trans>
            </Text>
            <MoneyText value={decision.approved} size="large" />
            <Text c="dimmed" size="sm">
              <Trans>
                of <MoneyText value={review.amount} /> claimed.
              </Trans>{" "}
              {/[1-9]/.test(decision.cut.amount) && (
                <Trans>
                  <MoneyText value={decision.cut} /> goes back to the fund.
                </Trans>
              )}
            </Text>
          </div>
          {cuts.length > 0 && (
            <ul style={{ margin: 0, paddingLeft: 18 }}>
              {cuts.map(({ line, amount, eligible, reasonCode }) => (
                <li key={line.id}>
                  {line.description || line.from}:{" "}
                  <MoneyText value={{ amount, currency: eligible.currency }} currency="plain" strong />{" "}
                  <Trans>of</Trans> <MoneyText value={line.amount} currency="plain" />
                  {reasonCode ? (
                    <Text size="sm" c="dimmed">
                      {reasonOf(reasonCode)}
                    </Text>
                  ) : (
                    <Text size="sm" c="dimmed">
                      <Trans>Cut by the rules</Trans>
                    </Text>
                  )}
                </li>
              ))}
            </ul>
          )}
          <Textarea
            label={t`A word to the partner`}
            description={t`Optional`}
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
            <Button type="submit" loading={send.isPending} data-autofocus>
              <Trans>Approve {inWords}</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
