import { useLingui } from "@lingui/react/macro";
import type { ClaimOption } from "../../api/types.ts";
import { dayInWords } from "../../i18n/format.ts";

/** Why nothing can be claimed from a fund today, in words; nothing when something can. */
export function useObstacle(): (option: ClaimOption) => string {
  const { t } = useLingui();
  return ({ claimable: { reason }, fund }) => {
    if (reason === undefined) return "";
    switch (reason) {
      case "role-missing":
        return t`Your role does not let you make claims here. An admin of your organisation can grant it.`;
      case "below-threshold":
        return t`Less was earned than the program asks for, so nothing can be claimed.`;
      case "plan-required":
        return t`This program pays for activities of an approved plan. Begin with the plan.`;
      case "window-not-open":
        return t`Claiming opens on ${dayInWords(fund.claimWindow.from, "weekday")}.`;
      case "window-closed":
        return t`Claiming ended on ${dayInWords(fund.claimWindow.to, "weekday")}.`;
      case "nothing-left":
        return t`Nothing is left in this fund.`;
      case "not-enrolled":
        return t`This location is not enrolled in the program. An incentives admin can do that.`;
      case "payout-data-missing":
        return t`Bank and tax data of this location are not complete yet.`;
    }
  };
}
