import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { decimalsOf } from "../../src/money/currency.ts";
import type { AmountFault } from "../../src/money/money.ts";

/** Why a text is no amount, in words that say what to do. */
export function useAmountFault(currency: string): (fault: AmountFault) => string {
  const { t } = useLingui();
  return (fault) => {
    switch (fault) {
      case "not-a-number":
        return t`Please write the amount in figures, such as 1234.50.`;
      case "too-many-decimals": {
        const decimals = decimalsOf(currency);
        return t`${currency} has ${plural(decimals, { 0: "no decimals", one: "# decimal", other: "# decimals" })}. Please write no more.`;
      }
      case "too-large":
        return t`This amount is larger than any the program can hold. Please check it.`;
      case "unknown-currency":
        return t`${currency} is not a currency in use.`;
    }
  };
}
