import { useLingui } from "@lingui/react/macro";
import type { DateStatement, GuideDeadline } from "../../../api/types.ts";
import type { Said } from "./said.ts";
import { useLevelWords } from "./use-level-words.ts";

/** What the dates of a window mean, in sentences. */
export function useDateWords(): (statement: DateStatement) => Said {
  const { t } = useLingui();
  const { span } = useLevelWords();
  return (statement) => {
    switch (statement.code) {
      case "earning-period":
        return { head: t`Earning period`, text: t`Here the money is earned. It fills one fund for each location.` };
      case "usage-period":
        return {
          head: t`Usage period`,
          text: t`On one of these days the work must be done. What was done before or after cannot be claimed from this fund.`,
        };
      case "claim-window":
        return {
          head: t`Claim window`,
          text: t`On these days you may submit a claim for the first time. A draft can be made earlier.`,
        };
      case "proof-deadline":
        return {
          head: t`Proof deadline`,
          text: t`Until this day a claim that was sent back may be submitted again.`,
        };
      case "due-after-activity": {
        const [usual, first] = [
          span(statement.within),
          statement.firstClaimWithin ? span(statement.firstClaimWithin) : "",
        ];
        return {
          head: t`After the work`,
          text:
            first === ""
              ? t`A claim must be made within ${usual} after the work ended, and inside the claim window.`
              : t`A claim must be made within ${usual} after the work ended, the first one of a location within ${first}, and inside the claim window.`,
        };
      }
      case "time-zone": {
        const zone = statement.timeZone.replaceAll("_", " ");
        return {
          head: t`When a day ends`,
          text: t`At midnight in the program's time zone, ${zone}. The last day still counts as a whole.`,
        };
      }
    }
  };
}

/** What happens on a day of the calendar, in words. */
export function useDeadlineWords(): (deadline: GuideDeadline) => string {
  const { t } = useLingui();
  return ({ code, earningPeriod, usagePeriod }) => {
    const [earned, used] = [earningPeriod.code, usagePeriod.code];
    switch (code) {
      case "earning-ends":
        return t`Earning for ${earned} ends`;
      case "usage-begins":
        return t`Work for ${used} may begin`;
      case "claiming-opens":
        return t`Claiming for ${used} opens`;
      case "usage-ends":
        return t`Last day for work of ${used}`;
      case "claiming-ends":
        return t`Last day to claim for ${used}; what is left then is lost`;
      case "proof-deadline":
        return t`Last day to send a returned claim of ${used} again`;
    }
  };
}
