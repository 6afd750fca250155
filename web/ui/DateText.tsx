import { dayInWords } from "../i18n/format.ts";
import { type DayKind, useDistance } from "../i18n/use-distance.ts";
import classes from "./DateText.module.css";

interface DateTextProps {
  day: string | null | undefined;
  /** A deadline carries its weekday and how far it is. */
  deadline?: boolean;
  /** In tables: short weekday, the distance on a line of its own. */
  compact?: boolean;
  kind?: DayKind;
}

/** A calendar day as the person's locale writes it; a deadline with weekday and distance. */
export function DateText({ day, deadline = false, compact = false, kind = "calendar" }: DateTextProps) {
  const distance = useDistance();
  if (!day) return <span className={classes.quiet}>–</span>;
  if (!deadline)
    return (
      <time dateTime={day} className="fp-num">
        {dayInWords(day)}
      </time>
    );
  if (compact) {
    return (
      <time dateTime={day} className={classes.compact}>
        <span className="fp-num">{dayInWords(day, "weekday-short")}</span>
        <span className={classes.quiet}>{distance(day, kind)}</span>
      </time>
    );
  }
  return (
    <time dateTime={day}>
      {dayInWords(day, "weekday")} <span className={classes.quiet}>({distance(day, kind)})</span>
    </time>
  );
}
