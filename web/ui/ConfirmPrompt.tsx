import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface ConfirmPromptProps {
  title: string;
  children: ReactNode;
  button: string;
  /** Red where something is taken. */
  color?: string;
  send: () => Promise<unknown>;
  onDone: () => unknown;
  onClose: () => void;
}

/** Repeats what will happen, and does it when it is confirmed. */
export function ConfirmPrompt({ title, children, button, color, send, onDone, onClose }: ConfirmPromptProps) {
  const { t } = useLingui();
  const sending = useMutation({ mutationFn: send, onSuccess: onDone });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t`Close` }}>
      <Text mb="md">{children}</Text>
      {sending.error && (
        <Text c="var(--mantine-color-error)" role="alert" mb="sm">
          {sending.error.message}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
        <Button
          data-autofocus
          {...(color === undefined ? {} : { color })}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {button}
        </Button>
      </Group>
    </Modal>
  );
}
