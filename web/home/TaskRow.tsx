import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ClaimRow } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Home.module.css";

/** A claim as one row of an overview: what, how much, how it stands, by when. `until` is the end of a draft's claim window. */
export function TaskRow({ claim, until }: { claim: ClaimRow; until?: string | undefined }) {
  const dueOn = claim.dueOn ?? until;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/claims/$id" params={{ id: claim.id }} className={classes.link}>
          {claim.name}
        </Link>
        <div className={classes.sub}>
          {claim.number} · {claim.activityTypeName}
        </div>
        {dueOn && (
          <div className={classes.sub}>
            {claim.dueSide === "vendor" ? (
              <Trans>
                Decision due <DateText day={dueOn} deadline kind="business" />
              </Trans>
            ) : claim.status === "editing" ? (
              <Trans>
                Submit by <DateText day={dueOn} deadline />
              </Trans>
            ) : (
              <Trans>
                Answer by <DateText day={dueOn} deadline />
              </Trans>
            )}
          </div>
        )}
      </div>
      <div className={classes.side}>
        <MoneyText value={claim.amountClaimed} strong />
        <StatusBadge face={claim.face} />
      </div>
    </li>
  );
}
