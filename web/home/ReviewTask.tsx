import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReviewRow } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Home.module.css";

/** A claim or plan that waits for a decision, as one row of an overview. */
export function ReviewTask({ review }: { review: ReviewRow }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/reviews/$id" params={{ id: review.id }} className={classes.link}>
          {review.subject.name}
        </Link>
        <div className={classes.sub}>
          {review.subject.number} · {review.partner.name}
        </div>
        {review.dueOn && (
          <div className={classes.sub}>
            <Trans>
              Decision due <DateText day={review.dueOn} deadline kind="business" />
            </Trans>
          </div>
        )}
      </div>
      <div className={classes.side}>
        <MoneyText value={review.amount} strong />
        <StatusBadge face={review.face} />
      </div>
    </li>
  );
}
