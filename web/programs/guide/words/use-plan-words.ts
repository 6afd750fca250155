import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { PlanStatement } from "../../../api/types.ts";
import { dayInWords } from "../../../i18n/format.ts";
import type { Said } from "./said.ts";
import { useLevelWords } from "./use-level-words.ts";

/** What a plan is and whether one is needed, in sentences. */
export function usePlanWords(): (statement: PlanStatement) => Said {
  const { t } = useLingui();
  const { within, counted } = useLevelWords();
  return (statement) => {
    switch (statement.code) {
      case "plan-mode":
        return {
          head: t`Is a plan needed?`,
          text: {
            none: t`No. This program knows no plans: you claim what you have done.`,
            optional: t`No, but you may make one. A plan is your program of campaigns and activities that the vendor approves beforehand, so that you know what will be paid.`,
            required: t`Yes. A plan is your program of campaigns and activities. The vendor approves it beforehand, and only activities of an approved plan can be claimed.`,
          }[statement.planMode],
        };
      case "plan-period": {
        const name = statement.fundType.name;
        return {
          head: t`One plan for`,
          text:
            statement.planPeriodKind === "program-year"
              ? t`${name}: the whole program year, for each location.`
              : statement.planPeriodKind === "half-year"
                ? t`${name}: a half-year, for each location.`
                : t`${name}: a quarter, for each location.`,
        };
      }
      case "plan-commitment":
        return {
          head: t`What an approved plan holds`,
          text:
            statement.commitment === "on-approval"
              ? t`Its amount is set aside in your fund when it is approved, so that nothing else can use it up.`
              : t`It sets nothing aside: its activities draw on the fund when they are claimed.`,
        };
      case "plan-resubmission": {
        const day = dayInWords(statement.until, "long");
        return {
          head: t`By when a plan is submitted`,
          text: t`For the first time by the end of the program year; a returned or rejected plan again for ${plural(statement.days, { one: "# more day", other: "# more days" })}, until ${day}.`,
        };
      }
      case "plan-review":
        return {
          head: t`Deciding on a plan`,
          text: t`The vendor decides ${within(statement.level)}. ${counted(statement.counted)}`,
        };
      case "plan-answer":
        return {
          head: t`Questions about a plan`,
          text: t`You answer them ${within(statement.level)}. ${counted(statement.counted)}`,
        };
    }
  };
}
