import type { MoneyOnWire } from "../../src/money/money.ts";
import { amountInWords } from "../i18n/format.ts";
import classes from "./MoneyText.module.css";

interface MoneyTextProps {
  value: MoneyOnWire | null | undefined;
  /** `plain` leaves the currency out, for columns whose head names it. */
  currency?: "code" | "plain";
  size?: "inherit" | "large";
  strong?: boolean;
  /** Shows a plus before gains, for statements; the sign never stands for itself, a word is beside it. */
  signed?: boolean;
}

/** An amount: tabular figures, its currency beside it, never broken over two lines. A dash where there is none yet. */
export function MoneyText({
  value,
  currency = "code",
  size = "inherit",
  strong = false,
  signed = false,
}: MoneyTextProps) {
  if (!value) return <span className={classes.none}>–</span>;
  const plus = signed && !value.amount.startsWith("-") ? "+" : "";
  return (
    <span className={classes.money} data-size={size} data-strong={strong || undefined}>
      {plus}
      {amountInWords(value.amount, value.currency)}
      {currency === "code" && <span className={classes.currency}>{` ${value.currency}`}</span>}
    </span>
  );
}
