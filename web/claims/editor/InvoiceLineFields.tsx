import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Claim } from "../../api/types.ts";
import { MoneyInput } from "../../ui/MoneyInput.tsx";
import classes from "../Claims.module.css";
import { useExpenseNames } from "../use-expense-names.ts";
import { type LineForm, lineProduct } from "./invoice-form.ts";

interface InvoiceLineFieldsProps {
  claim: Claim;
  line: LineForm;
  index: number;
  /** Codes of expenses that the activity reimburses. */
  eligible: readonly string[];
  refused: ReadonlyMap<string, string>;
  onChange: (part: Partial<LineForm>) => void;
  onRemove?: () => void;
}

/** One line of an invoice. The line's amount follows quantity and unit price, and may be written over. */
export function InvoiceLineFields({
  claim,
  line,
  index,
  eligible,
  refused,
  onChange,
  onRemove,
}: InvoiceLineFieldsProps) {
  const { t } = useLingui();
  const nameOf = useExpenseNames(claim);
  const number = index + 1;
  const at = (field: string): string | undefined =>
    refused.get(`lines[${index}].${field}.amount`) ?? refused.get(`lines[${index}].${field}`);
  const codes = line.expenseType && !eligible.includes(line.expenseType) ? [...eligible, line.expenseType] : eligible;
  const price = (part: Partial<LineForm>): void => {
    const next = { ...line, ...part };
    const product = lineProduct(next.quantity, next.unitPrice, claim.currency);
    onChange(product ? { ...part, lineAmount: product } : part);
  };
  return (
    <div className={classes.lineForm}>
      <TextInput
        aria-label={t`Description of line ${number}`}
        placeholder={t`What for`}
        maxLength={500}
        value={line.description}
        error={at("description")}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <Select
        aria-label={t`Kind of cost of line ${number}`}
        data={codes.map((code) => ({ value: code, label: nameOf(code) }))}
        value={line.expenseType || null}
        allowDeselect={false}
        error={at("expenseType")}
        onChange={(code) => code && onChange({ expenseType: code })}
      />
      <TextInput
        aria-label={t`Quantity of line ${number}`}
        inputMode="decimal"
        value={line.quantity}
        error={at("quantity")}
        styles={{ input: { textAlign: "right" } }}
        onChange={(event) => price({ quantity: event.currentTarget.value })}
      />
      <MoneyInput
        aria-label={t`Unit price of line ${number}`}
        placeholder={t`Unit price`}
        currency={claim.currency}
        value={line.unitPrice}
        error={at("unitPrice")}
        onChange={(unitPrice) => price({ unitPrice })}
      />
      <MoneyInput
        aria-label={t`Amount of line ${number}`}
        placeholder={t`Amount`}
        currency={claim.currency}
        value={line.lineAmount}
        error={at("lineAmount")}
        onChange={(lineAmount) => onChange({ lineAmount })}
      />
      {onRemove ? (
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t`Remove line ${number}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </div>
  );
}
