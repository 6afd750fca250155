import { Trans } from "@lingui/react/macro";
import { Paper } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Fund } from "../api/types.ts";
import { today } from "../i18n/format.ts";
import { useMe } from "../identity/me.ts";
import { DateText } from "../ui/DateText.tsx";
import { FundBar } from "../ui/FundBar.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import classes from "./Funds.module.css";
import { useMayClaim } from "./use-may-claim.ts";

/** One fund as a card: whose, what is left, until when, and the way to a claim. */
export function FundCard({ fund }: { fund: Fund }) {
  const me = useMe();
  const mayClaim = useMayClaim();
  const over = fund.expiresOn < today();
  return (
    <Paper p="md" className={classes.card}>
      <div className={classes.head}>
        <div className={classes.title}>
          <Link to="/funds/$id" params={{ id: fund.id }} className={classes.link}>
            {fund.location.name}
          </Link>
          {me.side === "vendor" && <div className={classes.sub}>{fund.partner.name}</div>}
          <div className={classes.sub}>
            <Trans>
              {fund.programName} · earned {fund.earningPeriod}, for work in {fund.usagePeriod}
            </Trans>
          </div>
        </div>
        <MoneyText value={fund.remaining} size="large" />
      </div>
      <FundBar fund={fund} />
      <div className={classes.foot}>
        <span>
          {over ? (
            <Trans>
              Closed on <DateText day={fund.expiresOn} />
            </Trans>
          ) : fund.claimWindow.from > today() ? (
            <Trans>
              Can be claimed from <DateText day={fund.claimWindow.from} deadline />
            </Trans>
          ) : (
            <Trans>
              Claim until <DateText day={fund.expiresOn} deadline />
            </Trans>
          )}
        </span>
        {me.side === "partner" && mayClaim(fund) && (
          <Link to="/claims/new" search={{ fund: fund.id }}>
            <Trans>Claim from this fund</Trans>
          </Link>
        )}
      </div>
    </Paper>
  );
}
