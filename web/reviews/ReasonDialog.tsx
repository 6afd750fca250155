import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import type { Review } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import { useDecision } from "./use-decision.ts";

interface ReasonDialogProps {
  kind: "request" | "reject";
  review: Review;
  opened: boolean;
  onClose: () => void;
  onNext: () => void;
}

const EMPTY: { reasonCode: string | null; comment: string } = { reasonCode: null, comment: "" };

/** Asking the partner for something, or rejecting: a reason of the program and words of one's own. */
export function ReasonDialog({ kind, review, opened, onClose, onNext }: ReasonDialogProps) {
  const { t } = useLingui();
  const me = useMe();
  const { number } = review.subject;
  const [values, change, clear] = useStoredDraft(`${me.id}.${kind}.${review.claim.id}`, EMPTY);
  const asking = kind === "request";
  const reasons = review.reasonCodes.filter((reason) => reason.usedFor.includes(asking ? "action" : "reject"));
  const chosen = reasons.find(({ code }) => code === values.reasonCode);
  const { send, message } = useDecision({
    review,
    done: asking ? t`${number} is back at the partner.` : t`${number} rejected.`,
    onDone: () => {
      clear();
      onClose();
      onNext();
    },
  });
  const ready = values.reasonCode !== null && (!asking || values.comment.trim() !== "");
  const submit = (): void => {
    const { reasonCode, comment } = values;
    if (reasonCode === null || !ready) return;
    if (asking) send.mutate({ step: "information-request", body: { reasonCode, comment } });
    else send.mutate({ step: "rejection", body: { reasonCode, ...(comment.trim() ? { comment } : {}) } });
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={
        <Text fw={620} size="lg">
          {asking ? t`Ask for information` : t`Reject ${number}`}
        </Text>
      }
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Text c="dimmed">
            {asking ? (
              <Trans>
                The claim goes back to the partner, who can change it and submit it again. The amount stays reserved.
              </Trans>
            ) : (
              <Trans>
                <MoneyText value={review.amount} strong /> goes back to where it was reserved from. The partner reads
                the reason.
              </Trans>
            )}
          </Text>
          <Select
            label={t`Reason`}
            data-autofocus
            data={reasons.map(({ code, label }) => ({ value: code, label }))}
            value={values.reasonCode}
            onChange={(reasonCode) => change({ reasonCode })}
            description={chosen?.whatToDo}
            inputWrapperOrder={["label", "input", "description", "error"]}
          />
          <Textarea
            label={asking ? t`What do you need?` : t`A word to the partner`}
            description={asking ? undefined : t`Optional`}
            autosize
            minRows={3}
            maxLength={4000}
            value={values.comment}
            onChange={(event) => change({ comment: event.currentTarget.value })}
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
            <Button type="submit" color={asking ? "brand" : "red"} disabled={!ready} loading={send.isPending}>
              {asking ? <Trans>Send to the partner</Trans> : <Trans>Reject the claim</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
