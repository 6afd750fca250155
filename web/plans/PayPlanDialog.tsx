import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../api/problem.ts";
import type { Plan } from "../api/types.ts";
import { amountInWords, today } from "../i18n/format.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { MoneyInput } from "../ui/MoneyInput.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { payPlan } from "./plans-api.ts";

/** Posts what finance has paid under a plan, as it stands on the bank statement. */
export function PayPlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useLingui();
  const [amount, setAmount] = useState("");
  const [chosenDay, setPaidOn] = useState("");
  const [reference, setReference] = useState("");
  const [note, setNote] = useState("");
  const [usagePeriod, setPeriod] = useState(plan.funds[0]?.usagePeriod ?? null);
  const programs = useQuery(programsQuery);
  // Where the person sits it may be tomorrow already; what counts is the day in the program's zone.
  const newest = today(programs.data?.items.find(({ code }) => code === plan.program)?.timeZone);
  const paidOn = chosenDay || newest;
  const pay = useMutation({
    mutationFn: () =>
      payPlan(plan.id, {
        amount: { amount, currency: plan.currency },
        paidOn,
        reference,
        ...(note.trim() ? { note } : {}),
        ...(usagePeriod ? { usagePeriod } : {}),
      }),
    onSuccess: () => {
      onClose();
      notifications.show({ message: t`Posted. The fund's statement shows it.` });
    },
  });
  const refused = pay.error instanceof ApiProblem ? pay.error.fields : new Map<string, string>();
  const inWords = amount ? `${amountInWords(amount, plan.currency)} ${plan.currency}` : "";
  const fund = plan.funds.find((one) => one.usagePeriod === usagePeriod);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620} size="lg">{t`Post a payment`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pay.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            <Trans>
              The limit of {plan.number} is <MoneyText value={plan.approvedAmount} />;{" "}
              <MoneyText value={plan.money?.paid} /> of it was paid so far.
            </Trans>
            {fund && (
              <>
                {" "}
                <Trans>
                  In the fund: <MoneyText value={fund.remaining} />.
                </Trans>
              </>
            )}
          </Text>
          {plan.funds.length > 1 && (
            <Select
              label={t`From the fund of`}
              data={plan.funds.map((one) => one.usagePeriod)}
              value={usagePeriod}
              allowDeselect={false}
              error={refused.get("usagePeriod")}
              onChange={setPeriod}
            />
          )}
          <MoneyInput
            label={t`Amount`}
            data-autofocus
            currency={plan.currency}
            value={amount}
            error={refused.get("amount.amount") ?? refused.get("amount")}
            onChange={setAmount}
          />
          <TextInput
            type="date"
            label={t`Paid on`}
            max={newest}
            value={paidOn}
            error={refused.get("paidOn")}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
          />
          <TextInput
            label={t`Reference`}
            description={t`As it stands on the bank statement`}
            required
            withAsterisk={false}
            maxLength={140}
            value={reference}
            error={refused.get("reference")}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <Textarea
            label={t`Note`}
            description={t`Optional; seen by the partner`}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            error={refused.get("note")}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {pay.error && (
            <Alert color="red" role="alert">
              {pay.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Not now</Trans>
            </Button>
            <Button type="submit" disabled={amount === "" || reference.trim() === ""} loading={pay.isPending}>
              {inWords ? <Trans>Post {inWords}</Trans> : <Trans>Post</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
