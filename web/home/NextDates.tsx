import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMyWindows } from "../calendar/use-my-windows.ts";
import { today } from "../i18n/format.ts";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Home.module.css";
import { type NextDate, nextDates } from "./next-dates.ts";

const MOST = 4;

/** What begins and ends next in my programs. */
export function NextDates() {
  const { t } = useLingui();
  const { programs, error, retry } = useMyWindows();
  const dates = programs && nextDates(programs, today(), MOST);
  const words: Record<NextDate["kind"], string> = {
    opens: t`Claims can be submitted from`,
    closes: t`Claims can be submitted until`,
    "work-ends": t`Work can be done until`,
  };
  return (
    <Section
      title={t`Next dates`}
      action={
        <Link to="/calendar">
          <Trans>Calendar</Trans>
        </Link>
      }
    >
      {error && <ErrorState error={error} retry={retry} />}
      {!dates && !error && <Skeleton height={90} />}
      {dates?.length === 0 && (
        <Text c="dimmed">
          <Trans>No dates lie ahead. They come with the rules of the next program year.</Trans>
        </Text>
      )}
      <ul className={classes.list}>
        {dates?.map(({ day, kind, program, programName, period }) => (
          <li key={`${program}/${period}/${kind}`} className={classes.row}>
            <div className={classes.words}>
              {words[kind]} <DateText day={day} deadline />
              <div className={classes.sub}>
                {programName} · {period}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
