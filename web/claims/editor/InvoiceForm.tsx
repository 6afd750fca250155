import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Claim, Invoice } from "../../api/types.ts";
import { FileChip } from "../../ui/FileChip.tsx";
import { MoneyInput } from "../../ui/MoneyInput.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { UploadDrop } from "../../ui/UploadDrop.tsx";
import classes from "../Claims.module.css";
import { InvoiceHead } from "./InvoiceHead.tsx";
import { InvoiceLineFields } from "./InvoiceLineFields.tsx";
import { useInvoiceForm } from "./use-invoice-form.ts";

interface InvoiceFormProps {
  claim: Claim;
  /** The invoice that is edited; a new one without it. */
  invoice?: Invoice;
  onDone: () => void;
}

/** Writing an invoice off: whose, when, its lines, its file. What is typed stays in this browser until it is saved. */
export function InvoiceForm({ claim, invoice, onDone }: InvoiceFormProps) {
  const { t } = useLingui();
  const form = useInvoiceForm(claim, invoice, onDone);
  const { values, change, refused, totals, save } = form;
  const several = values.lines.length > 1;
  return (
    <form
      className={classes.card}
      aria-label={t`Invoice`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <InvoiceHead form={form} />
      <Text fw={550} size="sm" mt="md" mb={6}>
        <Trans>Lines</Trans>
      </Text>
      {values.lines.map((line, index) => (
        <InvoiceLineFields
          key={line.key}
          claim={claim}
          line={line}
          index={index}
          eligible={form.eligible}
          asksPerson={form.asksPerson}
          refused={refused}
          onChange={(part) => form.changeLine(line.key, part)}
          {...(several ? { onRemove: () => form.removeLine(line.key) } : {})}
        />
      ))}
      <Group justify="space-between" align="flex-end" mt="sm">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={form.addLine}
        >
          <Trans>Add a line</Trans>
        </Button>
        <Group align="flex-end" gap="lg">
          <MoneyInput
            label={t`Tax`}
            currency={claim.currency}
            w={150}
            value={values.tax}
            error={refused.get("tax.amount")}
            onChange={(tax) => change({ tax })}
          />
          <div>
            <Text size="sm" c="dimmed" ta="right">
              <Trans>Total</Trans>
            </Text>
            <MoneyText value={totals.total} strong />
          </div>
        </Group>
      </Group>
      <div style={{ marginTop: 14 }}>
        {values.file ? (
          <Group gap="xs">
            <FileChip file={values.file} />
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => change({ file: null })}>
              <Trans>Choose another file</Trans>
            </Button>
          </Group>
        ) : (
          <UploadDrop compact label={t`File of the invoice`} onUploaded={(file) => change({ file })}>
            <Trans>Drop the invoice itself here (PDF, picture or XML) or</Trans>
          </UploadDrop>
        )}
      </div>
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
          {invoice ? <Trans>Save the invoice</Trans> : <Trans>Add the invoice</Trans>}
        </Button>
      </Group>
    </form>
  );
}
