import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../../api/problem.ts";
import type { Assessment, Claim } from "../../api/types.ts";
import { amountInWords } from "../../i18n/format.ts";
import { ExplainedButton } from "../../ui/ExplainedButton.tsx";
import { FindingsList } from "../../ui/FindingsList.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { toTop } from "../../ui/to-top.ts";
import { refreshClaim, submitClaim } from "../claims-api.ts";
import { placeOf } from "../place-of.ts";

interface SubmitDialogProps {
  claim: Claim;
  assessment: Assessment | undefined;
  opened: boolean;
  onClose: () => void;
}

/** The last look before submitting: repeats the amount, asks for what must be acknowledged. */
export function SubmitDialog({ claim, assessment, opened, onClose }: SubmitDialogProps) {
  const { t } = useLingui();
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const amount = claim.amountClaimed;
  const texts = assessment?.acknowledgements ?? [];
  const all = texts.every(({ code }) => agreed.includes(code));
  const submit = useMutation({
    mutationFn: () => submitClaim(claim.id, [...agreed]),
    onSuccess: async () => {
      onClose();
      await refreshClaim(claim.id);
      toTop();
      notifications.show({ message: t`Submitted. ${claim.number} is at the vendor now.` });
    },
  });
  const refusal = submit.error instanceof ApiProblem ? submit.error : undefined;
  const cuts = assessment?.findings.filter((finding) => finding.severity === "cuts") ?? [];
  const inWords = amount ? `${amountInWords(amount.amount, amount.currency)} ${amount.currency}` : "";
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={620} size="lg">{t`Submit this claim`}</Text>}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        <div>
          <Text c="dimmed" size="sm">
            <Trans>You claim</Trans>
          </Text>
          <MoneyText value={amount} size="large" />
          <Text c="dimmed" size="sm">
            <Trans>
              The amount is reserved in your fund at once. You can withdraw the claim until the review begins.
            </Trans>
          </Text>
        </div>
        {cuts.length > 0 && (
          <FindingsList findings={cuts} complete="" jumps={false} placeOf={(field) => placeOf(claim, field)} />
        )}
        {texts.map(({ code, text }) => (
          <Checkbox
            key={code}
            label={text}
            checked={agreed.includes(code)}
            onChange={(event) =>
              setAgreed(event.currentTarget.checked ? [...agreed, code] : agreed.filter((one) => one !== code))
            }
          />
        ))}
        {submit.error && (
          <Alert color="red" role="alert">
            {submit.error.message}
            {refusal?.body.findings && <FindingsList findings={refusal.body.findings} complete="" jumps={false} />}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Not yet</Trans>
          </Button>
          <ExplainedButton
            ability={all ? undefined : { allowed: false, message: t`Please confirm each statement first.` }}
            loading={submit.isPending}
            onClick={() => submit.mutate()}
          >
            <Trans>Submit {inWords}</Trans>
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
