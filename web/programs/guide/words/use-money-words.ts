import { useLingui } from "@lingui/react/macro";
import type { MoneyStatement } from "../../../api/types.ts";
import { numberInWords } from "../../../i18n/format.ts";
import { listed, money } from "./listed.ts";
import type { Said } from "./said.ts";
import { useCapWords } from "./use-cap-words.ts";
import { useLevelWords } from "./use-level-words.ts";

/** Where the money comes from and what becomes of it, in sentences. */
export function useMoneyWords(): (statement: MoneyStatement) => Said {
  const { t } = useLingui();
  const { within, counted } = useLevelWords();
  const limits = useLimitWords();
  return (statement) => {
    switch (statement.code) {
      case "split": {
        const [rebate, coop] = [numberInWords(statement.rebatePct), numberInWords(statement.coopPct)];
        return {
          head: t`How an earning is divided`,
          text: t`${rebate} % are paid out as a rebate, ${coop} % go to your co-op fund.`,
        };
      }
      case "no-split":
        return { head: t`How an earning is divided`, text: t`It is not divided: the whole earning goes to the fund.` };
      case "currencies":
        return {
          head: t`Currencies`,
          text: t`Funds are kept in ${listed(statement.currencies)}. A claim is in the one currency of its fund.`,
        };
      case "payment":
        return {
          head: t`When you are paid`,
          text: t`After the approval, ${within(statement.level)}. ${counted(statement.counted)}`,
        };
      case "minimum-payout":
        return {
          head: t`Smallest payment`,
          text: t`Amounts below ${money(statement.amount)} wait until enough has come together.`,
        };
      case "threshold":
      case "own-threshold":
      case "no-threshold":
      case "balance":
      case "claim-size":
      case "program-cap":
      case "lapse":
        return limits(statement);
    }
  };
}

type LimitStatement = Exclude<
  MoneyStatement,
  { code: "split" | "no-split" | "currencies" | "payment" | "minimum-payout" }
>;

/** What limits a fund and a claim, and when money is lost. */
function useLimitWords(): (statement: LimitStatement) => Said {
  const { t } = useLingui();
  const cap = useCapWords();
  const lapse = useLapseWords();
  return (statement) => {
    switch (statement.code) {
      case "threshold": {
        const least = money(statement.amount);
        return {
          head: t`Least that must come together`,
          text: {
            rebate: t`A fund that earns less than ${least} in its earning period is paid out as a rebate and cannot be claimed. From ${least} on it stays.`,
            forfeited: t`A fund that earns less than ${least} in its earning period is lost. From ${least} on it stays.`,
            kept: t`A fund that earns less than ${least} in its earning period cannot be claimed, but its money is kept. From ${least} on it can.`,
          }[statement.below],
        };
      }
      case "own-threshold":
        return {
          head: t`Another least amount`,
          text: t`For ${listed(statement.partnerTypes.map(({ name }) => name))} it is ${money(statement.amount)}.`,
        };
      case "no-threshold":
        return { head: t`Least that must come together`, text: t`There is none: any amount stays in the fund.` };
      case "balance":
        return {
          head: t`How much you may claim`,
          text: t`At most what is left in the fund. A submitted claim reserves its amount at once; drafts reserve nothing, so the first to submit comes first.`,
        };
      case "claim-size": {
        const [least, most] = [statement.minimum.map(money), statement.most.map(money)];
        const said = [
          ...(least.length > 0 ? [t`A claim is over at least ${listed(least, "disjunction")}.`] : []),
          ...(most.length > 0 ? [t`A claim is over at most ${listed(most, "disjunction")}.`] : []),
        ];
        return { head: t`How large a claim is`, text: said.join(" ") };
      }
      case "program-cap":
        return { head: t`Limit of the whole program`, text: cap(statement.cap) };
      case "lapse":
        return { head: t`When money is lost`, text: lapse(statement) };
    }
  };
}

function useLapseWords(): (statement: Extract<MoneyStatement, { code: "lapse" }>) => string {
  const { t } = useLingui();
  return ({ after, rollOver }) => {
    const when = {
      "claim-end": t`What is left when the claim window ends can no longer be claimed.`,
      "usage-end": t`What is left when the usage period ends can no longer be claimed.`,
      "proof-deadline": t`What is left at the proof deadline can no longer be claimed.`,
      never: t`What is left is not lost.`,
    }[after];
    const moves = {
      never: t`It never moves to the next period.`,
      vendor: t`It does not move to the next period by itself.`,
      automatic: t`It moves to the next period by itself.`,
    }[rollOver];
    return `${when} ${moves}`;
  };
}
