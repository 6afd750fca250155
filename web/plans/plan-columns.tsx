import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { PlanRow, Side } from "../api/types.ts";
import { useProgramNames } from "../programs/use-program-names.ts";
import type { Column } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Plans.module.css";

/** The columns of a list of plans, for the side that reads. */
export function usePlanColumns(reader: Side): Column<PlanRow>[] {
  const { t } = useLingui();
  const nameOf = useProgramNames();
  return [
    {
      key: "name",
      head: t`Plan`,
      width: "30%",
      sort: "number",
      cell: (plan) => (
        <div className={classes.nameCell}>
          <Link to="/plans/$id" params={{ id: plan.id }} className={classes.rowLink} title={plan.name}>
            {plan.name}
          </Link>
          <span className={classes.sub}>
            {plan.number} · {plural(plan.activityCount, { one: "# activity", other: "# activities" })}
          </span>
        </div>
      ),
    },
    {
      key: "where",
      head: reader === "vendor" ? t`Partner` : t`Location`,
      width: "22%",
      cell: (plan) => (
        <div className={classes.nameCell}>
          <span>{reader === "vendor" ? plan.partner.name : plan.location.name}</span>
          <span className={classes.sub}>
            {nameOf(plan.program)} · {plan.period.code}
          </span>
        </div>
      ),
    },
    { key: "status", head: t`Status`, cell: (plan) => <StatusBadge face={plan.face} /> },
    {
      key: "due",
      head: t`Due`,
      sort: "dueAt",
      cell: (plan) =>
        plan.dueOn ? (
          <DateText day={plan.dueOn} deadline compact kind={plan.dueSide === "vendor" ? "business" : "calendar"} />
        ) : (
          <DateText day={null} />
        ),
    },
    {
      key: "planned",
      head: t`Planned`,
      align: "right",
      sort: "plannedAmount",
      cell: (plan) => <MoneyText value={plan.plannedAmount} />,
    },
    {
      key: "approved",
      head: t`Limit`,
      align: "right",
      cell: (plan) => <MoneyText value={plan.approvedAmount} strong />,
    },
  ];
}
