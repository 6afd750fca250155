import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import type { ReasonCode } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import { type DecisionPorts, useDecision } from "./use-decision.ts";

interface ReasonDialogProps<Approval> {
  kind: "request" | "reject";
  subject: { id: string; number: string };
  reasonCodes: readonly ReasonCode[];
  ports: DecisionPorts<Approval>;
  /** What follows from it, in one sentence. */
  children: ReactNode;
  /** Parts of the subject that a request may point at. */
  items?: readonly { value: string; label: string }[];
  /** The part that was asked about. */
  item?: string | undefined;
  opened: boolean;
  onClose: () => void;
  onNext: () => void;
}

const EMPTY: { reasonCode: string | null; comment: string; item: string | null } = {
  reasonCode: null,
  comment: "",
  item: null,
};

/** Asking the partner for something, or rejecting: a reason of the program and words of one's own. */
export function ReasonDialog<Approval>({
  kind,
  subject,
  reasonCodes,
  ports,
  children,
  items = [],
  item: about,
  opened,
  onClose,
  onNext,
}: ReasonDialogProps<Approval>) {
  const { t } = useLingui();
  const me = useMe();
  const { number } = subject;
  const [values, change, clear] = useStoredDraft(`${me.id}.${kind}.${subject.id}`, EMPTY);
  const asking = kind === "request";
  const reasons = reasonCodes.filter((reason) => reason.usedFor.includes(asking ? "action" : "reject"));
  const chosen = reasons.find(({ code }) => code === values.reasonCode);
  const { send, message } = useDecision({
    ports,
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
    const item = values.item ?? about;
    if (reasonCode === null || !ready) return;
    if (asking) send.mutate({ step: "information-request", body: { reasonCode, comment, ...(item ? { item } : {}) } });
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
          <Text c="dimmed">{children}</Text>
          <Select
            label={t`Reason`}
            data-autofocus
            data={reasons.map(({ code, label }) => ({ value: code, label }))}
            value={values.reasonCode}
            onChange={(reasonCode) => change({ reasonCode })}
            description={chosen?.whatToDo}
            inputWrapperOrder={["label", "input", "description", "error"]}
          />
          {asking && items.length > 0 && (
            <Select
              label={t`About`}
              description={t`Optional: the part it is about`}
              clearable
              searchable
              data={[...items]}
              value={values.item ?? about ?? null}
              onChange={(item) => change({ item })}
            />
          )}
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
              {asking ? <Trans>Send to the partner</Trans> : <Trans>Reject</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
