import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

interface ReasonPromptProps {
  title: string;
  children: ReactNode;
  label: string;
  button: string;
  send: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks for a written reason before something that the other side will read. */
export function ReasonPrompt({ title, children, label, button, send, onDone, onClose }: ReasonPromptProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const sending = useMutation({ mutationFn: () => send(reason), onSuccess: onDone });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t`Close` }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate();
        }}
      >
        <Stack>
          <Text c="dimmed">{children}</Text>
          <Textarea
            label={label}
            data-autofocus
            autosize
            minRows={3}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {sending.error && (
            <Text c="var(--mantine-color-error)" role="alert">
              {sending.error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Leave it</Trans>
            </Button>
            <Button type="submit" color="red" disabled={reason.trim() === ""} loading={sending.isPending}>
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
