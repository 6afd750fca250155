import type { ProgramGuide } from "../../api/types.ts";
import { dayInWords } from "../../i18n/format.ts";
import { useDateWords } from "../../programs/guide/words/use-date-words.ts";

/** The periods of a claim: what each means, with its days. */
export function PeriodHint({ guide, usagePeriod }: { guide: ProgramGuide; usagePeriod: string }) {
  const say = useDateWords();
  const window = guide.windows.find((each) => each.usagePeriod.code === usagePeriod);
  const days = (code: string): string => {
    if (!window) return "";
    const span = {
      "earning-period": window.earningPeriod,
      "usage-period": window.usagePeriod,
      "claim-window": window.claimWindow,
    }[code];
    if (span) return `${dayInWords(span.from)} – ${dayInWords(span.to)}`;
    return code === "proof-deadline" ? dayInWords(window.proofDeadline) : "";
  };
  return (
    <>
      {guide.aboutDates.map((statement) => {
        const { head, text } = say(statement);
        return (
          <section key={statement.code}>
            <h4>
              {head}
              {days(statement.code) !== "" && <span className="fp-num"> · {days(statement.code)}</span>}
            </h4>
            <p>{text}</p>
          </section>
        );
      })}
    </>
  );
}
