import { Trans } from "@lingui/react/macro";
import { Group, Paper } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Fund } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { FundBar } from "../ui/FundBar.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import classes from "./Funds.module.css";
import { FundTime } from "./FundTime.tsx";
import { useMayClaim } from "./use-may-claim.ts";

/** One fund as a card: whose, what is left of what was earned, until when, what fits here, and the way to a claim. */
export function FundCard({ fund }: { fund: Fund }) {
  const me = useMe();
  const mayClaim = useMayClaim();
  const offers = me.side === "partner" && me.abilities["viewClaims"]?.allowed === true;
  return (
    <Paper p="md">
      <div className={classes.card}>
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
          <div className={classes.amount}>
            <MoneyText value={fund.remaining} size="large" />
            <div className={classes.sub}>
              <Trans>
                left of <MoneyText value={fund.earned} currency="plain" /> earned
              </Trans>
            </div>
          </div>
        </div>
        <FundBar fund={fund} />
        <div className={classes.foot}>
          <FundTime fund={fund} />
          {offers && fund.claimable && (
            <Group gap="md">
              <Link to="/finder" search={{ fund: fund.id }}>
                <Trans>What fits here</Trans>
              </Link>
              {mayClaim(fund) && (
                <Link to="/claims/new" search={{ fund: fund.id }}>
                  <Trans>Claim from this fund</Trans>
                </Link>
              )}
            </Group>
          )}
        </div>
      </div>
    </Paper>
  );
}
