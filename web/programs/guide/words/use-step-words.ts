import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { KeepingStatement, StepStatement } from "../../../api/types.ts";
import { dayInWords } from "../../../i18n/format.ts";
import type { Said } from "./said.ts";
import { useLevelWords } from "./use-level-words.ts";

/** What happens at each step of a claim, in sentences. */
export function useStepWords(): (statement: StepStatement) => Said {
  const { t } = useLingui();
  const { within, counted } = useLevelWords();
  const plans = usePlanStepWords();
  return (statement) => {
    switch (statement.code) {
      case "draft":
        return {
          head: t`While you write`,
          text: t`The draft saves itself and reserves nothing. A checklist says what is missing. It can be changed or cancelled until you submit it, and ends with the claim window.`,
        };
      case "submitted":
        return {
          head: t`You submit`,
          text: t`The claim is locked and its amount reserved in your fund. The vendor decides ${within(statement.level)}. ${counted(statement.counted)}`,
        };
      case "withdrawn":
        return {
          head: t`You take it back`,
          text: t`As long as nobody has opened the review you can withdraw the claim. The reservation is released, and you go on editing.`,
        };
      case "sent-back":
        return {
          head: t`It is sent back`,
          text: t`Something is missing or unclear; the reason and a comment say what. The claim is open for changes again, its amount stays reserved. You answer ${within(statement.level)}, never later than the proof deadline. ${counted(statement.counted)}`,
        };
      case "approved":
        return {
          head: t`It is approved`,
          text: t`The approved amount is yours and is paid ${within(statement.level)}. What was reserved beyond it goes back to your fund. ${counted(statement.counted)}`,
        };
      case "cut":
        return {
          head: t`It is approved in part`,
          text: t`Each line shows what was claimed and what was approved. A line that was cut has a reason. What was cut goes back to your fund and can be claimed again for something else while the claim window is open.`,
        };
      case "rejected":
        return {
          head: t`It is rejected`,
          text: t`Nothing is paid. The reservation goes back to your fund, and the reason says what you can do. While the claim window is open you may make a new claim.`,
        };
      case "disputed": {
        const [open, decision] = [within(statement.open), within(statement.decision)];
        const day = dayInWords(statement.counted.dueOn, "weekday");
        return {
          head: t`You disagree`,
          text: statement.final
            ? t`The program lets you object to a decision ${open}: to one of today until ${day}. Another reviewer decides ${decision}, and that is the last word.`
            : t`The program lets you object to a decision ${open}: to one of today until ${day}. Another reviewer decides ${decision}.`,
        };
      }
      case "expired":
        return {
          head: t`Time runs out`,
          text: t`A draft that was never submitted ends with the claim window, a returned claim with the day of its answer. What was reserved goes back to your fund.`,
        };
      case "plan-submitted":
      case "plan-sent-back":
      case "plan-approved":
      case "plan-rejected":
        return plans(statement);
    }
  };
}

type PlanStep = Extract<StepStatement, { code: `plan-${string}` }>;

function usePlanStepWords(): (statement: PlanStep) => Said {
  const { t } = useLingui();
  const { within, counted } = useLevelWords();
  return (statement) => {
    switch (statement.code) {
      case "plan-submitted":
        return {
          head: t`You submit a plan`,
          text: t`The plan is locked while the vendor looks at it. The vendor decides ${within(statement.level)}. ${counted(statement.counted)}`,
        };
      case "plan-sent-back":
        return {
          head: t`A plan is sent back`,
          text: t`The reason and a comment say what is asked. You change the plan and submit it again ${within(statement.level)}. ${counted(statement.counted)}`,
        };
      case "plan-approved":
        return {
          head: t`A plan is approved`,
          text: t`The approved amount is the limit of what the plan can be paid. Its activities can be claimed once they are done.`,
        };
      case "plan-rejected":
        return {
          head: t`A plan is rejected`,
          text: t`Nothing of it can be claimed. The reason says what to change.`,
        };
    }
  };
}

/** How long originals are kept, in a sentence. What is confirmed on submission stands in the edition's own words. */
export function useKeepingWords(): (statement: KeepingStatement) => Said {
  const { t } = useLingui();
  return (statement) => {
    switch (statement.code) {
      case "acknowledgement":
        return { head: t`You confirm`, text: statement.acknowledgement.text };
      case "retention": {
        const [from, until] = [dayInWords(statement.counted.from, "long"), dayInWords(statement.counted.until, "long")];
        const months = t`${plural(statement.months, { one: "# month", other: "# months" })}`;
        return {
          head: t`How long to keep originals`,
          text: t`Keep invoices and originals of your proof for ${months} after the activity; the vendor may ask for them. For work of ${from} that is until ${until}.`,
        };
      }
    }
  };
}
