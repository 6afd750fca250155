import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { moneyOf, toWire } from "../../src/money/money.ts";
import type { Fund, MoneyOnWire } from "../api/types.ts";
import { amountInWords } from "../i18n/format.ts";
import classes from "./FundBar.module.css";
import { MoneyText } from "./MoneyText.tsx";

type Part = "left" | "committed" | "reserved" | "approved" | "paid" | "gone";

interface BarPart {
  part: Part;
  label: string;
  minor: bigint;
  /** Shown in the legend also when it is nothing. */
  always: boolean;
}

const minorOf = (value: MoneyOnWire): bigint => moneyOf(value.amount, value.currency).minor;

/**
 * A fund as one bar: what is left, set aside for plans, reserved, approved, paid and gone, of all that was earned. With the
 * same in words.
 */
export function FundBar({ fund, legend = true }: { fund: Fund; legend?: boolean }) {
  const { t } = useLingui();
  const inWords = (value: MoneyOnWire): string => `${amountInWords(value.amount, value.currency)} ${value.currency}`;
  const paid = minorOf(fund.paid);
  const gone = minorOf(fund.converted) + minorOf(fund.rolledOut) + minorOf(fund.forfeited);
  const parts: BarPart[] = [
    { part: "left", label: t`Left`, minor: minorOf(fund.remaining), always: true },
    { part: "committed", label: t`For plans`, minor: minorOf(fund.committed), always: false },
    { part: "reserved", label: t`Reserved`, minor: minorOf(fund.reserved), always: true },
    {
      part: "approved",
      label: paid > 0n ? t`Approved, not paid yet` : t`Approved`,
      minor: minorOf(fund.approved) - paid,
      always: true,
    },
    { part: "paid", label: t`Paid`, minor: paid, always: false },
    { part: "gone", label: t`Expired or moved`, minor: gone, always: false },
  ];
  const whole = parts.reduce((total, { minor }) => total + (minor > 0n ? minor : 0n), 0n);
  const share = (minor: bigint): number => (whole === 0n ? 0 : Number((minor * 10_000n) / whole) / 100);
  const text = t`${inWords(fund.remaining)} left of ${inWords(fund.earned)} earned; ${inWords(fund.reserved)} reserved, ${inWords(fund.approved)} approved.`;
  return (
    <div>
      <VisuallyHidden>{text}</VisuallyHidden>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ part, minor }) =>
          minor > 0n ? (
            <span key={part} className={classes.part} data-part={part} style={{ width: `${share(minor)}%` }} />
          ) : null,
        )}
      </div>
      {legend && (
        <dl className={classes.legend}>
          {parts
            .filter(({ minor, always }) => always || minor !== 0n)
            .map(({ part, label, minor }) => (
              <div key={part}>
                <dt>
                  <span className={classes.dot} data-part={part} aria-hidden />
                  {label}
                </dt>
                <dd>
                  <MoneyText value={toWire({ minor, currency: fund.currency })} currency="plain" />
                </dd>
              </div>
            ))}
        </dl>
      )}
    </div>
  );
}
