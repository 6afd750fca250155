import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { StatementLine } from "../api/types.ts";
import type { Column } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";

/** The columns of a fund's statement. */
export function useStatementColumns(): Column<StatementLine>[] {
  const { t } = useLingui();
  return [
    { key: "on", head: t`Date`, cell: (line) => <DateText day={line.effectiveOn} /> },
    {
      key: "text",
      head: t`What happened`,
      cell: (line) => (
        <>
          {line.text}
          {line.note && <div style={{ fontSize: 13, color: "var(--mantine-color-dimmed)" }}>{line.note}</div>}
        </>
      ),
    },
    {
      key: "source",
      head: t`Source`,
      cell: (line) =>
        line.source.type === "claim" ? (
          <Link to="/claims/$id" params={{ id: line.source.id }}>
            {line.source.label}
          </Link>
        ) : (
          line.source.label
        ),
    },
    {
      key: "amount",
      head: t`Amount`,
      align: "right",
      cell: (line) => <MoneyText value={line.amount} currency="plain" signed />,
    },
    {
      key: "after",
      head: t`Left then`,
      align: "right",
      cell: (line) => <MoneyText value={line.availableAfter} currency="plain" strong />,
    },
  ];
}
