import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../api/problem.ts";
import type { Fund } from "../api/schema.gen.d.ts";
import { amountInWords, today } from "../i18n/format.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { MoneyInput } from "../ui/MoneyInput.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { adjustFund } from "./funds-api.ts";

interface AdjustDialogProps {
  fund: Fund;
  opened: boolean;
  onClose: () => void;
}

/** A correction of a fund by the vendor's finance: an entry of its own, with a reason, repeated in words before it is booked. */
export function AdjustDialog({ fund, opened, onClose }: AdjustDialogProps) {
  const { t } = useLingui();
  const [amount, setAmount] = useState("");
  const [reasonCode, setReason] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [chosenDay, setEffectiveFor] = useState("");
  const programs = useQuery(programsQuery);
  // Where the person sits it may be tomorrow already; what counts is the day in the program's zone.
  const effectiveFor = chosenDay || today(programs.data?.items.find(({ code }) => code === fund.program)?.timeZone);
  const reasons = fund.adjustmentReasons ?? [];
  const adjust = useMutation({
    mutationFn: () =>
      adjustFund(fund.id, {
        amount: { amount, currency: fund.currency },
        reasonCode: reasonCode ?? "",
        note,
        effectiveFor,
      }),
    onSuccess: () => {
      onClose();
      setAmount("");
      setNote("");
      notifications.show({ message: t`Booked. The statement shows it.` });
    },
  });
  const refused = adjust.error instanceof ApiProblem ? adjust.error.fields : new Map<string, string>();
  const inWords = amount ? `${amountInWords(amount, fund.currency)} ${fund.currency}` : "";
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={620} size="lg">{t`Adjust this fund`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          adjust.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            <Trans>
              An adjustment is a new line of the statement; nothing is ever changed or removed. A minus takes from the
              fund. Left now: <MoneyText value={fund.remaining} />
            </Trans>
          </Text>
          <MoneyInput
            label={t`Amount`}
            data-autofocus
            currency={fund.currency}
            value={amount}
            error={refused.get("amount.amount") ?? refused.get("amount")}
            onChange={setAmount}
          />
          <Select
            label={t`Reason`}
            required
            withAsterisk={false}
            data={reasons.map(({ code, label }) => ({ value: code, label }))}
            value={reasonCode}
            error={refused.get("reasonCode")}
            onChange={setReason}
          />
          <TextInput
            type="date"
            label={t`Effective for`}
            value={effectiveFor}
            error={refused.get("effectiveFor")}
            onChange={(event) => setEffectiveFor(event.currentTarget.value)}
          />
          <Textarea
            label={t`Note`}
            description={t`Seen by the partner on the statement`}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            error={refused.get("note")}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {adjust.error && (
            <Alert color="red" role="alert">
              {adjust.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Not now</Trans>
            </Button>
            <Button
              type="submit"
              disabled={amount === "" || !reasonCode || note.trim() === ""}
              loading={adjust.isPending}
            >
              {inWords ? <Trans>Book {inWords}</Trans> : <Trans>Book</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
