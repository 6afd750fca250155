import { useLingui } from "@lingui/react/macro";
import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { amountInWords } from "../i18n/format.ts";
import { formatLocale } from "../i18n/i18n.ts";
import { readAmount } from "./read-amount.ts";
import { useAmountFault } from "./use-amount-fault.ts";

interface MoneyInputProps extends Omit<TextInputProps, "value" | "onChange" | "onBlur"> {
  /** Decimal text of the wire (`1234.50`), or empty. Never a number. */
  value: string;
  currency: string;
  onChange: (amount: string) => void;
}

const separator = (): "." | "," => (new Intl.NumberFormat(formatLocale()).format(1.5).includes(",") ? "," : ".");

/** An amount field: typed freely, read exactly, written back in the person's own way when the field is left. */
export function MoneyInput({ value, currency, onChange, error, ...rest }: MoneyInputProps) {
  const { t } = useLingui();
  const faultText = useAmountFault(currency);
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === "" ? "" : amountInWords(value, currency).replace("−", "-"));
  const result = typed === undefined || typed.trim() === "" ? undefined : readAmount(typed, currency, separator());
  const fault = result && !result.ok ? faultText(result.fault) : undefined;

  const read = (text: string): void => {
    setTyped(text);
    const found = text.trim() === "" ? ({ ok: true, amount: "" } as const) : readAmount(text, currency, separator());
    if (found.ok && found.amount !== value) onChange(found.amount);
  };

  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      error={fault ?? error}
      styles={{ input: { textAlign: "right", fontVariantNumeric: "tabular-nums" } }}
      rightSection={
        <span aria-hidden style={{ fontSize: 12.5, color: "var(--mantine-color-dimmed)" }}>
          {currency}
        </span>
      }
      rightSectionWidth={48}
      aria-label={rest["aria-label"] ?? (typeof rest.label === "string" ? t`${rest.label} in ${currency}` : undefined)}
      onChange={(event) => read(event.currentTarget.value)}
      onBlur={() => {
        if (!fault) setTyped(undefined);
      }}
    />
  );
}
