import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Assessment, Claim, Invoice } from "../../api/types.ts";
import { numberInWords } from "../../i18n/format.ts";
import { DateText } from "../../ui/DateText.tsx";
import { FileChip } from "../../ui/FileChip.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "../Claims.module.css";
import { useExpenseNames } from "../use-expense-names.ts";
import { AttachFile } from "./AttachFile.tsx";
import { removePart } from "./parts-api.ts";

interface InvoiceCardProps {
  claim: Claim;
  invoice: Invoice;
  index: number;
  lines: Assessment["lines"];
  onEdit: () => void;
}

/** One invoice with its lines, what the rules leave of each, and its file. */
export function InvoiceCard({ claim, invoice, index, lines, onEdit }: InvoiceCardProps) {
  const { t } = useLingui();
  const nameOf = useExpenseNames(claim);
  const remove = useMutation({
    mutationFn: () => removePart(claim.id, "invoices", invoice.id),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  return (
    <article
      className={classes.card}
      data-field={`invoices[${index}]`}
      aria-label={t`Invoice ${invoice.number} of ${invoice.supplierName}`}
    >
      <div className={classes.cardHead}>
        <div className={classes.cardTitle}>
          {invoice.supplierName}
          <Text size="sm" c="dimmed" component="div" fw={400}>
            <Trans>
              No. {invoice.number}, <DateText day={invoice.date} />
            </Trans>
          </Text>
        </div>
        <Group gap="xs">
          <MoneyText value={invoice.total} strong />
          <ActionIcon variant="subtle" color="gray" aria-label={t`Edit this invoice`} onClick={onEdit}>
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Remove this invoice`}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Group>
      </div>
      <table className={classes.lines} data-plain>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Line</Trans>
            </th>
            <th scope="col" className={classes.right}>
              <Trans>Amount</Trans>
            </th>
            <th scope="col" className={classes.right}>
              <Trans>Eligible</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, number) => {
            const judged = lines.find(({ id }) => id === line.id);
            return (
              <tr key={line.id} data-field={`invoices[${index}].lines[${number}]`}>
                <td>
                  {line.description || "–"}
                  <Text size="xs" c="dimmed">
                    {nameOf(line.expenseType)}
                  </Text>
                  {line.quantity !== "1" && (
                    <Text size="xs" c="dimmed">
                      {numberInWords(line.quantity)} × <MoneyText value={line.unitPrice} currency="plain" />
                    </Text>
                  )}
                  {line.person && (
                    <Text size="xs" c="dimmed">
                      {line.person}
                    </Text>
                  )}
                </td>
                <td className={classes.right}>
                  <MoneyText value={line.lineAmount} currency="plain" />
                </td>
                <td className={classes.right}>
                  <MoneyText value={judged?.eligibleAmount ?? line.eligibleAmount} currency="plain" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Group mt="sm" data-field={`invoices[${index}].file`}>
        {invoice.file ? <FileChip file={invoice.file} /> : <AttachFile claim={claim} invoice={invoice} />}
      </Group>
    </article>
  );
}
