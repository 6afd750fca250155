import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { CapStatement } from "../../../api/types.ts";
import { numberInWords } from "../../../i18n/format.ts";
import { codeInWords } from "../../programs-api.ts";
import { listed, money, upper } from "./listed.ts";

type Part = CapStatement["of"][number];

/** Caps in words: "At most 18,750.00 USD in all claims of a usage period". */
export function useCapWords(): (cap: CapStatement) => string {
  const { t } = useLingui();
  const limitOf = useLimit();
  const spans: Record<string, string> = {
    claim: t`for each claim`,
    conference: t`for each conference`,
    event: t`for each event`,
    "usage-period": t`in all claims of a usage period`,
    "usage-period-per-program": t`in all claims of a usage period, whatever the activity`,
    "program-year": t`in all claims of a program year`,
    "program-year-per-program": t`in all claims of a program year, whatever the activity`,
  };
  return (cap) => {
    const span = cap.per === null ? "" : (spans[cap.per] ?? "");
    const only = listed(cap.expenseTypes.map(({ name }) => name));
    const limit = limitOf(cap);
    const most = span === "" ? limit : `${limit} ${span}`;
    return only === "" ? `${upper(most)}.` : t`${only}: ${most}.`;
  };
}

function useLimit(): (cap: CapStatement) => string {
  const { t } = useLingui();
  const share = ({ kind, percent }: Pick<Part, "kind" | "percent">): string => {
    const part = numberInWords(percent ?? "0");
    if (kind === "percent-of-cost") return t`${part} % of the cost of the claim`;
    if (kind === "percent-of-accrued") return t`${part} % of what came in for the period`;
    return t`${part} % of what the fund earned`;
  };
  const partOf = (part: Part): string => (part.amount ? money(part.amount) : share(part));
  return (cap) => {
    const { kind, amount, percent, persons, metric, of } = cap;
    if (kind === "per-person" && amount) return t`at most ${money(amount)} for each person`;
    if (kind === "per-head" && amount) {
      const heads = codeInWords(metric ?? "").toLocaleLowerCase();
      return t`at most ${money(amount)} for each of: ${heads},`;
    }
    if (kind === "max-persons" && persons !== null)
      return t`${plural(persons, { one: "at most # person", other: "at most # persons" })}`;
    if (kind === "greater-of") return t`at most the greater of ${listed(of.map(partOf))}`;
    if (kind === "lesser-of") return t`at most the smaller of ${listed(of.map(partOf))}`;
    if (kind === "stated-value") return t`at most the value that the claim states`;
    if (kind === "unlimited") return t`no limit but the balance of the fund`;
    if (amount) return t`at most ${money(amount)}`;
    if (percent) return t`at most ${share(cap)}`;
    return t`limited by a rule of its own; the checklist of the claim applies it`;
  };
}
