import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { moneyOf } from "../../src/money/money.ts";
import type { Fund, MoneyOnWire } from "../api/types.ts";
import { amountInWords } from "../i18n/format.ts";
import classes from "./FundBar.module.css";
import { MoneyText } from "./MoneyText.tsx";

type Part = "left" | "reserved" | "approved" | "gone";

const minorOf = (value: MoneyOnWire): bigint => moneyOf(value.amount, value.currency).minor;

/** A fund as one bar: what is left, reserved, approved and gone, of all that was earned. With the same in words. */
export function FundBar({ fund, legend = true }: { fund: Fund; legend?: boolean }) {
  const { t } = useLingui();
  const inWords = (value: MoneyOnWire): string => `${amountInWords(value.amount, value.currency)} ${value.currency}`;
  const gone = minorOf(fund.converted) + minorOf(fund.rolledOut) + minorOf(fund.forfeited);
  const parts: { part: Part; label: string; minor: bigint; value: MoneyOnWire | null }[] = [
    { part: "left", label: t`Left`, minor: minorOf(fund.remaining), value: fund.remaining },
    {
      part: "reserved",
      label: t`Reserved`,
      minor: minorOf(fund.reserved) + minorOf(fund.committed),
      value: fund.reserved,
    },
    { part: "approved", label: t`Approved`, minor: minorOf(fund.approved), value: fund.approved },
    { part: "gone", label: t`Expired or moved`, minor: gone, value: gone > 0n ? fund.forfeited : null },
  ];
  const whole = parts.reduce((total, { minor }) => total + minor, 0n);
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
            .filter(({ part }) => part !== "gone" || gone > 0n)
            .map(({ part, label, value }) => (
              <div key={part}>
                <dt>
                  <span className={classes.dot} data-part={part} aria-hidden />
                  {label}
                </dt>
                <dd>
                  <MoneyText value={value} currency="plain" />
                </dd>
              </div>
            ))}
        </dl>
      )}
    </div>
  );
}
