import { dayInWords } from "../i18n/format.ts";
import { type DayKind, useDistance } from "../i18n/use-distance.ts";

interface DateTextProps {
  day: string | null | undefined;
  /** A deadline carries its weekday and how far it is. */
  deadline?: boolean;
  kind?: DayKind;
}

/** A calendar day as the person's locale writes it; a deadline with weekday and distance. */
export function DateText({ day, deadline = false, kind = "calendar" }: DateTextProps) {
  const distance = useDistance();
  if (!day) return <span style={{ color: "var(--mantine-color-dimmed)" }}>–</span>;
  if (!deadline)
    return (
      <time dateTime={day} className="fp-num">
        {dayInWords(day)}
      </time>
    );
  return (
    <time dateTime={day}>
      {dayInWords(day, "weekday")} <span style={{ color: "var(--mantine-color-dimmed)" }}>({distance(day, kind)})</span>
    </time>
  );
}
