import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { add, moneyOf, toWire } from "../../src/money/money.ts";
import type { MoneyOnWire } from "../api/types.ts";
import { fundsQuery } from "../funds/funds-api.ts";
import { MoneyText } from "../ui/MoneyText.tsx";

interface LeftInProps {
  program: string;
  usagePeriod: string;
  /** Claiming has ended: what was not claimed is lost. */
  over: boolean;
}

/** What is left in all my funds of a program and usage period, by currency: for partners, a vendor has too many for a sum. */
export function LeftIn({ program, usagePeriod, over }: LeftInProps) {
  const funds = useInfiniteQuery(fundsQuery({ program, usagePeriod, limit: 200 }));
  const left = sums(funds.data?.pages.flatMap(({ items }) => items).map(({ remaining }) => remaining) ?? []);
  if (left.length === 0 || funds.hasNextPage) return <>–</>;
  return (
    <>
      {left.map((value) => (
        <div key={value.currency}>
          <MoneyText value={value} />
          {over && (
            <Text span size="xs" c="dimmed">
              {" "}
              <Trans>not claimed</Trans>
            </Text>
          )}
        </div>
      ))}
    </>
  );
}

function sums(amounts: readonly MoneyOnWire[]): MoneyOnWire[] {
  const byCurrency = new Map<string, ReturnType<typeof moneyOf>>();
  for (const { amount, currency } of amounts) {
    const money = moneyOf(amount, currency);
    const before = byCurrency.get(currency);
    byCurrency.set(currency, before ? add(before, money) : money);
  }
  return [...byCurrency.values()].map(toWire);
}
