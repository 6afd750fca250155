import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Plan } from "../api/types.ts";
import { dayInWords, monthInWords, today } from "../i18n/format.ts";
import { Section } from "../ui/Section.tsx";
import classes from "./PlanTimeline.module.css";
import { placeOfDay, timelineMonths, timelineRows } from "./timeline.ts";

interface PlanTimelineProps {
  plan: Plan;
  /** Picks a campaign or activity; without it the rows are only looked at. */
  onPick?: (id: string) => void;
}

/** The plan over its period: campaigns and activities as bars, months, today. The days stand in words in each row. */
export function PlanTimeline({ plan, onPick }: PlanTimelineProps) {
  const { t } = useLingui();
  const rows = timelineRows(plan);
  const now = today();
  const inside = plan.period.from <= now && now <= plan.period.to;
  if (rows.length === 0) return null;
  return (
    <Section
      title={t`Timeline`}
      hint={
        <Trans>
          {plan.period.code}, {dayInWords(plan.period.from)} to {dayInWords(plan.period.to)}
        </Trans>
      }
    >
      <div className={classes.chart}>
        <div className={classes.months} aria-hidden>
          {timelineMonths(plan.period).map(({ day, left }) => (
            <span key={day} style={{ left: `${left}%` }}>
              {monthInWords(day)}
            </span>
          ))}
        </div>
        {inside && (
          <div className={classes.todayLane}>
            <div className={classes.today} style={{ left: `${placeOfDay(now, plan.period)}%` }}>
              <Text span size="xs">
                <Trans>today</Trans>
              </Text>
            </div>
          </div>
        )}
        <ol className={classes.rows}>
          {rows.map((row) => {
            const days = `${dayInWords(row.from)} – ${dayInWords(row.to)}`;
            const name = (
              <>
                <span className={classes.name}>{row.name}</span>
                <span className={classes.days}>{days}</span>
              </>
            );
            return (
              <li key={row.id} data-kind={row.kind}>
                {onPick ? (
                  <button type="button" className={classes.label} onClick={() => onPick(row.id)}>
                    {name}
                  </button>
                ) : (
                  <span className={classes.label}>{name}</span>
                )}
                <span className={classes.lane} aria-hidden>
                  <span
                    className={classes.bar}
                    data-inherited={row.inherited || undefined}
                    style={{ left: `${row.left}%`, width: `${row.width}%` }}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      </div>
    </Section>
  );
}
