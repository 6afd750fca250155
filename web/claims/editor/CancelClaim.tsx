import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Claim } from "../../api/types.ts";
import { refreshClaim, stepClaim } from "../claims-api.ts";

/** Gives a draft up for good. Asks once, because a cancelled claim does not come back. */
export function CancelClaim({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => stepClaim(claim.id, "cancellation"),
    onSuccess: async () => {
      await refreshClaim(claim.id);
      await navigate({ to: "/claims" });
    },
  });
  if (claim.abilities["cancel"]?.allowed !== true) return null;
  return (
    <Group justify="flex-end" className="fp-no-print">
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        <Trans>Cancel this claim…</Trans>
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Cancel this claim?`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Text mb="md">
          <Trans>A cancelled claim stays in your list but cannot be submitted any more. Its files are kept.</Trans>
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
            <Trans>Cancel the claim</Trans>
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
