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
  /** Whether each line says for whom it was. */
  asksPerson: boolean;
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
  asksPerson,
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
      <div>
        <TextInput
          aria-label={t`Description of line ${number}`}
          placeholder={t`What for`}
          maxLength={500}
          value={line.description}
          error={at("description")}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
      </div>
      <div>
        <Select
          aria-label={t`Kind of cost of line ${number}`}
          data={codes.map((code) => ({ value: code, label: nameOf(code) }))}
          value={line.expenseType || null}
          allowDeselect={false}
          error={at("expenseType")}
          onChange={(code) => code && onChange({ expenseType: code })}
        />
      </div>
      <div>
        <TextInput
          label={t`Quantity`}
          aria-label={t`Quantity of line ${number}`}
          inputMode="decimal"
          value={line.quantity}
          error={at("quantity")}
          styles={{ input: { textAlign: "right" } }}
          onChange={(event) => price({ quantity: event.currentTarget.value })}
        />
      </div>
      <div>
        <MoneyInput
          label={t`Unit price`}
          aria-label={t`Unit price of line ${number}`}
          currency={claim.currency}
          value={line.unitPrice}
          error={at("unitPrice")}
          onChange={(unitPrice) => price({ unitPrice })}
        />
      </div>
      <div>
        <MoneyInput
          label={t`Amount`}
          aria-label={t`Amount of line ${number}`}
          currency={claim.currency}
          value={line.lineAmount}
          error={at("lineAmount")}
          onChange={(lineAmount) => onChange({ lineAmount })}
        />
      </div>
      {onRemove ? (
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t`Remove line ${number}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      ) : (
        <span />
      )}
      {asksPerson && (
        <div>
          <TextInput
            label={t`Person`}
            aria-label={t`Person of line ${number}`}
            maxLength={200}
            value={line.person}
            error={at("person")}
            onChange={(event) => onChange({ person: event.currentTarget.value })}
          />
        </div>
      )}
    </div>
  );
}
