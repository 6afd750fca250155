import { Trans } from "@lingui/react/macro";
import type { Fund } from "../api/types.ts";
import { today } from "../i18n/format.ts";
import { DateText } from "../ui/DateText.tsx";

/** Until when a fund can be claimed, from when on, or why not; in words. */
export function FundTime({ fund }: { fund: Fund }) {
  if (fund.qualified === false) {
    return (
      <span>
        <Trans>Earned less than the program asks for; it cannot be claimed.</Trans>
      </span>
    );
  }
  if (fund.claimable) {
    return (
      <span>
        <Trans>
          Claim until <DateText day={fund.expiresOn} deadline />
        </Trans>
      </span>
    );
  }
  if (fund.claimWindow.from > today()) {
    return (
      <span>
        <Trans>
          Can be claimed from <DateText day={fund.claimWindow.from} deadline />
        </Trans>
      </span>
    );
  }
  return (
    <span>
      <Trans>
        Closed on <DateText day={fund.expiresOn} />
      </Trans>
    </span>
  );
}
