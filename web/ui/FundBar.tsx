import { useLingui } from "@lingui/react/macro";
import { moneyOf, toWire } from "../../src/money/money.ts";
import type { Fund, MoneyOnWire } from "../api/types.ts";
import { amountInWords } from "../i18n/format.ts";
import { type BarPart, StackedBar } from "./StackedBar.tsx";

const minorOf = (value: MoneyOnWire): bigint => moneyOf(value.amount, value.currency).minor;

/**
 * A fund as one bar: what is left, set aside for plans, reserved, approved, paid and gone, of all that was earned. With the
 * same in words.
 */
export function FundBar({ fund, legend = true }: { fund: Fund; legend?: boolean }) {
  const { t } = useLingui();
  const inWords = (value: MoneyOnWire): string => `${amountInWords(value.amount, value.currency)} ${value.currency}`;
  const wire = (minor: bigint): MoneyOnWire => toWire({ minor, currency: fund.currency });
  const paid = minorOf(fund.paid);
  const gone = minorOf(fund.converted) + minorOf(fund.rolledOut) + minorOf(fund.forfeited);
  const parts: BarPart[] = [
    { key: "left", tone: "left", label: t`Left`, value: fund.remaining, always: true },
    { key: "committed", tone: "committed", label: t`For plans`, value: fund.committed },
    { key: "reserved", tone: "reserved", label: t`Reserved`, value: fund.reserved, always: true },
    {
      key: "approved",
      tone: "approved",
      label: paid > 0n ? t`Approved, not paid yet` : t`Approved`,
      value: wire(minorOf(fund.approved) - paid),
      always: true,
    },
    { key: "paid", tone: "paid", label: t`Paid`, value: fund.paid },
    { key: "gone", tone: "gone", label: t`Expired or moved`, value: wire(gone) },
  ];
  const text = t`${inWords(fund.remaining)} left of ${inWords(fund.earned)} earned; ${inWords(fund.reserved)} reserved, ${inWords(fund.approved)} approved.`;
  return <StackedBar text={text} parts={parts} legend={legend} />;
}
