import { useLingui } from "@lingui/react/macro";
import type { Fund, MoneyOnWire } from "../api/types.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import classes from "./Funds.module.css";

const isZero = (value: MoneyOnWire): boolean => /^-?0+(\.0+)?$/.test(value.amount);
const minus = ({ amount, currency }: MoneyOnWire): MoneyOnWire => ({
  amount: amount.startsWith("-") ? amount.slice(1) : `-${amount}`,
  currency,
});

/** How what is left comes about, as a sum one can follow. Rows of nothing are left out, but for the three that matter. */
export function BalanceTable({ fund }: { fund: Fund }) {
  const { t } = useLingui();
  const rows: [string, MoneyOnWire, boolean][] = [
    [t`Earned`, fund.earned, true],
    [t`Rolled in`, fund.rolledIn, false],
    [t`Turned into rebate`, minus(fund.converted), false],
    [t`Rolled out`, minus(fund.rolledOut), false],
    [t`Committed to plans`, minus(fund.committed), false],
    [t`Reserved for claims`, minus(fund.reserved), true],
    [t`Approved`, minus(fund.approved), true],
    [t`Expired`, minus(fund.forfeited), false],
  ];
  return (
    <table className={classes.balances}>
      <tbody>
        {rows
          .filter(([, value, always]) => always || !isZero(value))
          .map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <MoneyText
                  value={isZero(value) ? { ...value, amount: value.amount.replace("-", "") } : value}
                  currency="plain"
                />
              </td>
            </tr>
          ))}
        <tr data-total>
          <th scope="row">{t`Left`}</th>
          <td>
            <MoneyText value={fund.remaining} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
