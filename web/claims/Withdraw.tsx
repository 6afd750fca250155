import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Claim } from "../api/types.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { refreshClaim, stepClaim } from "./claims-api.ts";

/** Takes a submitted claim back for editing; the reservation goes back to the fund. */
export function Withdraw({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => stepClaim(claim.id, "withdrawal"),
    onSuccess: async () => {
      setAsking(false);
      await refreshClaim(claim.id);
      notifications.show({ message: t`Withdrawn. You can edit ${claim.number} again.` });
    },
  });
  if (claim.status !== "submitted" && claim.status !== "under_review") return null;
  return (
    <>
      <ExplainedButton variant="default" ability={claim.abilities["withdraw"]} onClick={() => setAsking(true)}>
        <Trans>Withdraw…</Trans>
      </ExplainedButton>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Withdraw this claim?`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Text mb="md">
          <Trans>
            You can edit and submit it again. <MoneyText value={claim.amountReserved} strong /> goes back to the fund
            until then.
          </Trans>
        </Text>
        {withdraw.error && (
          <Text c="var(--mantine-color-error)" role="alert">
            {withdraw.error.message}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsking(false)}>
            <Trans>Leave it</Trans>
          </Button>
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            <Trans>Withdraw</Trans>
          </Button>
        </Group>
      </Modal>
    </>
  );
}
