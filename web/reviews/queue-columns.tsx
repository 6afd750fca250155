import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReviewRow } from "../api/types.ts";
import { useProgramNames } from "../programs/use-program-names.ts";
import type { Column } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Reviews.module.css";
import { RiskSignals } from "./RiskSignals.tsx";

/** The columns of the queue. */
export function useQueueColumns(): Column<ReviewRow>[] {
  const { t } = useLingui();
  const nameOf = useProgramNames();
  return [
    {
      key: "name",
      head: t`Claim or plan`,
      width: "27%",
      cell: (row) => (
        <div className={classes.cell}>
          <Link to="/reviews/$id" params={{ id: row.id }} className={classes.link} title={row.subject.name}>
            {row.subject.name}
          </Link>
          <span className={classes.sub}>
            {row.subject.number} · {nameOf(row.program)}
          </span>
        </div>
      ),
    },
    {
      key: "partner",
      head: t`Partner`,
      width: "17%",
      cell: (row) => (
        <div className={classes.cell}>
          <span>{row.partner.name}</span>
          <span className={classes.sub}>{row.location.name}</span>
        </div>
      ),
    },
    {
      key: "due",
      head: t`Due`,
      sort: "dueAt",
      cell: (row) => (
        <span className={row.overdue ? classes.overdue : undefined}>
          {row.overdue && <IconClockExclamation size={16} aria-label={t`Overdue`} />}
          <DateText day={row.dueOn} deadline compact kind="business" />
        </span>
      ),
    },
    { key: "status", head: t`Status`, cell: (row) => <StatusBadge face={row.face} /> },
    { key: "risk", head: t`Signals`, cell: (row) => <RiskSignals signals={row.risk} /> },
    {
      key: "assignee",
      head: t`Reviewer`,
      cell: (row) =>
        row.assignee?.name ?? (
          <Text span c="dimmed" inherit>
            <Trans>nobody</Trans>
          </Text>
        ),
    },
    {
      key: "amount",
      head: t`Amount`,
      align: "right",
      sort: "amount",
      cell: (row) => <MoneyText value={row.amount} strong />,
    },
  ];
}
