import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { WindowRow } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import type { Span } from "./year.ts";

/** A window with what it is called. */
export interface TableRow<W extends WindowRow = WindowRow> {
  key: string;
  window: W;
}

interface WindowTableProps<W extends WindowRow> {
  label: string;
  rows: readonly TableRow<W>[];
  today: string;
  /** Columns before and after the dates. */
  before?: { head: string; cell: (row: TableRow<W>) => ReactNode };
  after?: { head: string; cell: (row: TableRow<W>) => ReactNode };
}

/** Windows as a table: what the calendar draws, for everybody who reads rather than looks. */
export function WindowTable<W extends WindowRow>({ label, rows, today, before, after }: WindowTableProps<W>) {
  const { t } = useLingui();
  const span = ({ from, to }: Span) => (
    <>
      <DateText day={from} /> – <DateText day={to} />
    </>
  );
  const claiming = ({ window }: TableRow<W>) => (
    <>
      {span(window.claimWindow)}
      {window.claimWindow.from <= today && today <= window.claimWindow.to && (
        <>
          {" "}
          <strong className="fp-num">
            · <Trans>open now</Trans>
          </strong>
        </>
      )}
    </>
  );
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        ...(before ? [before] : []),
        {
          head: t`For work done`,
          cell: ({ window }) => (
            <>
              <span className="fp-num">{window.usagePeriod.code}</span>
              <br />
              {span(window.usagePeriod)}
            </>
          ),
        },
        {
          head: t`Earned in`,
          cell: ({ window }) => (
            <>
              <span className="fp-num">{window.earningPeriod.code}</span>
              <br />
              {span(window.earningPeriod)}
            </>
          ),
        },
        { head: t`Claimed`, cell: claiming },
        { head: t`Proof deadline`, cell: ({ window }) => <DateText day={window.proofDeadline} /> },
        ...(after ? [after] : []),
      ]}
    />
  );
}
