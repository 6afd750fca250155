import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

interface CancelDialogProps {
  /** On the button that asks. */
  ask: string;
  title: string;
  /** On the button that does it. */
  confirm: string;
  onCancel: () => Promise<void>;
  /** What becomes of it. */
  children: ReactNode;
}

/** Gives something up for good. Asks once, because what is cancelled does not come back. */
export function CancelDialog({ ask, title, confirm, onCancel, children }: CancelDialogProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({ mutationFn: onCancel });
  return (
    <Group justify="flex-end" className="fp-no-print">
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {ask}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={title}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Text mb="md">{children}</Text>
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
            {confirm}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
