import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { PlanRow } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Home.module.css";

/** A plan that waits for the partner, as one row of an overview. */
export function PlanTask({ plan }: { plan: PlanRow }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/plans/$id" params={{ id: plan.id }} className={classes.link}>
          {plan.name}
        </Link>
        <div className={classes.sub}>
          {plan.number} · {plan.location.name}, {plan.period.code}
        </div>
        {plan.dueOn && (
          <div className={classes.sub}>
            {plan.status === "editing" ? (
              <Trans>
                Submit by <DateText day={plan.dueOn} deadline />
              </Trans>
            ) : (
              <Trans>
                Answer by <DateText day={plan.dueOn} deadline />
              </Trans>
            )}
          </div>
        )}
      </div>
      <div className={classes.side}>
        <MoneyText value={plan.plannedAmount} strong />
        <StatusBadge face={plan.face} />
      </div>
    </li>
  );
}
