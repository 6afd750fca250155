import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { StatementLine } from "../../api/types.ts";
import { dayInWords } from "../../i18n/format.ts";
import { wordOf } from "../../i18n/server-words.ts";
import type { Column } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "../Funds.module.css";

const isNothing = (amount: string): boolean => /^0+(\.0+)?$/.test(amount);

/** The columns of a fund's statement. What has no page of its own is handed to `open`. */
export function useStatementColumns(open: (line: StatementLine) => void): Column<StatementLine>[] {
  const { t } = useLingui();
  return [
    {
      key: "on",
      head: t`Counts for`,
      cell: (line) => (
        <>
          <DateText day={line.effectiveOn} />
          {line.recordedOn !== line.effectiveOn && (
            <div className={`${classes.sub} fp-num`}>
              <Trans>booked on {dayInWords(line.recordedOn)}</Trans>
            </div>
          )}
        </>
      ),
    },
    { key: "text", head: t`What happened`, width: "30%", cell: (line) => <What line={line} /> },
    { key: "source", head: t`Source`, cell: (line) => <Source line={line} open={open} /> },
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

function What({ line }: { line: StatementLine }) {
  return (
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
      {line.source.name && <div className={classes.sub}>{line.source.name}</div>}
      {line.reason && <div className={classes.sub}>{line.reason}</div>}
      {line.note && <div className={classes.sub}>{line.note}</div>}
    </>
  );
}

function Source({ line, open }: { line: StatementLine; open: (line: StatementLine) => void }) {
  const { type, id, label, name } = line.source;
  if (type === "claim" && name !== null) {
    return (
      <Link to="/claims/$id" params={{ id }} className="fp-num">
        {label}
      </Link>
    );
  }
  if (line.source.plan !== null) {
    return (
      <Link to="/plans/$id" params={{ id: line.source.plan }} className="fp-num">
        {label}
      </Link>
    );
  }
  return (
    <button type="button" className={classes.source} onClick={() => open(line)}>
      {wordOf(label)}
    </button>
  );
}
