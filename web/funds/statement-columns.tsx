import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Fund, StatementLine } from "../api/types.ts";
import { fewClaimsQuery } from "../claims/claims-api.ts";
import { wordOf } from "../i18n/server-words.ts";
import type { Column } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import classes from "./Funds.module.css";

const isNothing = (amount: string): boolean => /^0+(\.0+)?$/.test(amount);

/** The columns of a fund's statement. */
export function useStatementColumns(fund: Fund): Column<StatementLine>[] {
  const { t } = useLingui();
  const claims = useQuery(fewClaimsQuery({ program: fund.program, location: fund.location.id, sort: "-number" }, 100));
  const nameOf = (id: string): string | undefined => claims.data?.items.find((claim) => claim.id === id)?.name;
  const numberOf = (id: string): string | undefined => claims.data?.items.find((claim) => claim.id === id)?.number;
  return [
    { key: "on", head: t`Date`, cell: (line) => <DateText day={line.effectiveOn} /> },
    {
      key: "text",
      head: t`What happened`,
      cell: (line) => (
        <>
          {wordOf(line.text)}
          {isNothing(line.amount.amount) && (
            <div className={classes.sub}>
              {line.kind === "approve" ? (
                <Trans>
                  <MoneyText value={line.moved} /> was reserved and is approved now; what is left stays the same.
                </Trans>
              ) : (
                <Trans>
                  <MoneyText value={line.moved} /> moved; what is left stays the same.
                </Trans>
              )}
            </div>
          )}
          {nameOf(line.source.id) && <div className={classes.sub}>{nameOf(line.source.id)}</div>}
          {line.note && <div className={classes.sub}>{line.note}</div>}
        </>
      ),
    },
    {
      key: "source",
      head: t`Source`,
      cell: (line) =>
        line.source.type === "claim" ? (
          <Link to="/claims/$id" params={{ id: line.source.id }} className="fp-num">
            {numberOf(line.source.id) ?? wordOf(line.source.label)}
          </Link>
        ) : (
          wordOf(line.source.label)
        ),
    },
    {
      key: "amount",
      head: t`Amount`,
      align: "right",
      cell: (line) => <MoneyText value={isNothing(line.amount.amount) ? null : line.amount} currency="plain" signed />,
    },
    {
      key: "after",
      head: t`Left then`,
      align: "right",
      cell: (line) => <MoneyText value={line.availableAfter} currency="plain" strong />,
    },
  ];
}
