import { useLingui } from "@lingui/react/macro";
import type { ProgramGuide } from "../../api/types.ts";
import { WindowStrip } from "../../calendar/WindowStrip.tsx";
import { WindowTable } from "../../calendar/WindowTable.tsx";
import { stripAround } from "../../calendar/year.ts";
import { Deadlines } from "./Deadlines.tsx";
import classes from "./Guide.module.css";
import { StatementList } from "./StatementList.tsx";
import { useDateWords } from "./words/use-date-words.ts";

/** The windows of a guide: drawn, as a table, and the days that come next; unless `brief`, also what the dates mean. */
export function GuideCalendar({ guide, brief = false }: { guide: ProgramGuide; brief?: boolean }) {
  const { t } = useLingui();
  const say = useDateWords();
  const rows = guide.windows.map((window) => ({
    key: window.usagePeriod.code,
    label: window.usagePeriod.code,
    window,
  }));
  const strip = stripAround(
    guide.windows.flatMap(({ earningPeriod, claimWindow, proofDeadline }) => [
      earningPeriod,
      claimWindow,
      { from: proofDeadline, to: proofDeadline },
    ]),
  );
  return (
    <>
      <WindowStrip strip={strip} rows={rows} today={guide.today} />
      <div className={classes.below}>
        <WindowTable label={t`Dates of this program`} rows={rows} today={guide.today} />
      </div>
      <h3 className={classes.subhead}>{t`What comes next`}</h3>
      <Deadlines deadlines={guide.deadlines.slice(0, 5)} />
      {!brief && (
        <>
          <h3 className={classes.subhead}>{t`What the dates mean`}</h3>
          <StatementList statements={guide.aboutDates.map(say)} />
        </>
      )}
    </>
  );
}
