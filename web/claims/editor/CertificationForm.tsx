import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Group, Text } from "@mantine/core";
import type { Certification, Claim } from "../../api/types.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "../Claims.module.css";
import { ClaimHint } from "../hints/ClaimHint.tsx";
import { CertificationFields } from "./CertificationFields.tsx";
import { useCertificationForm } from "./use-certification-form.ts";

interface CertificationFormProps {
  claim: Claim;
  certification?: Certification;
  onDone: () => void;
}

/** A statement of what one's own people did and what it cost, where no supplier's bill exists. */
export function CertificationForm({ claim, certification, onDone }: CertificationFormProps) {
  const { t } = useLingui();
  const form = useCertificationForm(claim, certification, onDone);
  const { values, change, total, save } = form;
  return (
    <form
      className={classes.card}
      aria-label={t`In-house cost`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Group justify="space-between" mb="xs">
        <Text fw={550}>
          <Trans>In-house cost</Trans>
        </Text>
        <ClaimHint claim={claim} topic="certification" />
      </Group>
      <CertificationFields form={form} currency={claim.currency} />
      <Group justify="space-between" mt="md">
        <Checkbox
          label={t`The work was done as described and the cost is true.`}
          checked={values.accepted}
          onChange={(event) => change({ accepted: event.currentTarget.checked })}
        />
        <div>
          <Text size="sm" c="dimmed" ta="right">
            <Trans>Total</Trans>
          </Text>
          <MoneyText value={total ? { amount: total, currency: claim.currency } : null} strong />
        </div>
      </Group>
      {save.error && (
        <Alert color="red" mt="sm" role="alert">
          {save.error.message}
        </Alert>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={form.discard}>
          <Trans>Discard</Trans>
        </Button>
        <Button type="submit" loading={save.isPending}>
          <Trans>Save the statement</Trans>
        </Button>
      </Group>
    </form>
  );
}
