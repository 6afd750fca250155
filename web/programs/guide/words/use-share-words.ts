import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ShareStatement } from "../../../api/types.ts";
import { numberInWords } from "../../../i18n/format.ts";
import { listed, upper } from "./listed.ts";

/** Which part of the cost the vendor pays, in words: "50 % of the cost". */
export function useShareWords(): (share: ShareStatement) => string {
  const { t } = useLingui();
  return (share) => {
    const [from = "", to = ""] = share.percents.map(numberInWords);
    const most = share.most === null ? "" : numberInWords(share.most);
    const part = {
      fixed: t`${from} % of the cost`,
      list: t`${listed(share.percents.map(numberInWords), "disjunction")} % of the cost, as agreed`,
      range: t`${from} to ${to} % of the cost, as agreed`,
      "equal-parts":
        most === ""
          ? t`the same part for each sponsoring vendor`
          : t`the same part for each sponsoring vendor, at most ${most} %`,
    }[share.kind];
    const funds = share.fundTypes.length > 0 ? ` (${listed(share.fundTypes.map(({ name }) => name))})` : "";
    return `${upper(part)}${funds}${sponsors(share)}.`;
  };

  function sponsors({ sponsorsFrom, sponsorsTo }: ShareStatement): string {
    if (sponsorsFrom !== null && sponsorsFrom > 1)
      return `, ${t`${plural(sponsorsFrom, { one: "from # sponsor on", other: "from # sponsors on" })}`}`;
    if (sponsorsTo !== null)
      return `, ${t`${plural(sponsorsTo, { one: "up to # sponsor", other: "up to # sponsors" })}`}`;
    return "";
  }
}
