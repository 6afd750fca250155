import { useLingui } from "@lingui/react/macro";
import type { ClaimStatement } from "../../../api/types.ts";
import { listed } from "./listed.ts";
import type { Said } from "./said.ts";

const named = (list: readonly { name: string }[]): string => listed(list.map(({ name }) => name));

/** What a claim carries, field by field, in sentences. Also the help beside the fields of the claim's form. */
export function useClaimWords(): (statement: ClaimStatement) => Said {
  const { t } = useLingui();
  const costs = useCostWords();
  return (statement) => {
    switch (statement.code) {
      case "one-activity":
        return {
          head: t`One activity`,
          text: t`A claim is for one activity that is done. For another one make another claim, from the same fund if you like.`,
        };
      case "execution-date":
        return {
          head: t`Date of the work`,
          text: t`The day on which the work was done: the ad appeared, the event took place, the mailing went out. For work over several days take the last of them. It is not the date of the invoice. It must lie in the usage period.`,
        };
      case "amount":
        return {
          head: t`Amount`,
          text: t`What you ask for. It may be less than the cost you prove, never more, and not more than is left in the fund. Caps of the activity may lower what is approved.`,
        };
      case "proof-note":
        return {
          head: t`The note of a document`,
          text: t`One sentence that says what the document shows and where to look, for somebody who has never seen it: which ad, on which day, in which place. Every document needs one.`,
        };
      case "results":
        return {
          head: t`Results`,
          text: t`What the work reached: people, contacts, a report of clicks. Take the real figures from your report; an estimate is enough only where the field says so.`,
        };
      case "pre-approval":
        return {
          head: t`Consent beforehand`,
          text:
            statement.activityTypes.length > 0
              ? t`The vendor must agree before the work begins, and gives you an ID for the claim. This holds for: ${named(statement.activityTypes)}.`
              : t`Above an amount that the activity names, the vendor must agree before the work begins, and gives you an ID for the claim.`,
        };
      case "cost-proof":
      case "invoice-shows":
      case "same-currency":
      case "certification":
      case "certification-shows":
        return costs(statement);
    }
  };
}

type CostStatement = Extract<
  ClaimStatement,
  { code: "cost-proof" | "invoice-shows" | "same-currency" | `certification${string}` }
>;

function useCostWords(): (statement: CostStatement) => Said {
  const { t } = useLingui();
  return (statement) => {
    switch (statement.code) {
      case "cost-proof":
        return {
          head: t`Proof of cost`,
          text: t`Every claim proves its cost: with the invoice of a supplier, or, where the activity allows it, with a certification of your own people's work.`,
        };
      case "invoice-shows":
        return {
          head: t`What an invoice must show`,
          text:
            statement.items.length > 0
              ? t`${named(statement.items)}. A quote, an order or a pro-forma invoice is not enough.`
              : t`Name and address of the supplier, invoice number and date, your company as the one it is billed to, what was done and when, an amount for each line, the tax apart, the currency and the total. A quote, an order or a pro-forma invoice is not enough. Amounts count without tax.`,
        };
      case "same-currency":
        return {
          head: t`One currency`,
          text: t`All amounts of a claim are in the currency of its fund. An invoice in another currency cannot be claimed from it.`,
        };
      case "certification":
        return {
          head: t`Certification of in-house cost`,
          text: t`Where your own people did the work there is no supplier's bill. You certify the cost instead. It is possible for: ${named(statement.expenseTypes)}.`,
        };
      case "certification-shows":
        return {
          head: t`What a certification needs`,
          text:
            statement.items.length > 0
              ? `${named(statement.items)}.`
              : t`Who did what, from when to when inside the usage period, how many hours, days or pieces at what internal cost without profit, and the name and role of a person with authority who confirms it after the work.`,
        };
    }
  };
}
