import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { openGate } from "../api/session-gate.ts";
import { meQuery, useMe } from "./me.ts";
import { SignInForm } from "./SignInForm.tsx";

/**
 * Over the page when the session ended in the middle of work. The page below keeps everything typed; what failed is sent
 * again after signing in. Somebody else signing in here gets a fresh page, so that nothing is saved in the wrong name.
 */
export function SignInAgain() {
  const { t } = useLingui();
  const me = useMe();
  const client = useQueryClient();

  const done = async (): Promise<void> => {
    const now = await dataOf(api.GET("/api/v1/me"));
    if (now.id !== me.id) return location.reload();
    client.setQueryData(meQuery.queryKey, now);
    openGate();
  };

  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={<Text fw={620} size="lg">{t`Sign in again`}</Text>}
    >
      <Text mb="md" c="dimmed">
        <Trans>Your session has ended. What you typed is still here and is saved as soon as you have signed in.</Trans>
      </Text>
      <SignInForm email={me.email} onDone={done} />
      <Button variant="subtle" color="gray" fullWidth mt="xs" onClick={() => location.assign("/sign-in")}>
        <Trans>Sign in as somebody else</Trans>
      </Button>
    </Modal>
  );
}
