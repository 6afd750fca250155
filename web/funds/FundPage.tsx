import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../identity/me.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { FundBar } from "../ui/FundBar.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { AdjustDialog } from "./AdjustDialog.tsx";
import { BalanceTable } from "./BalanceTable.tsx";
import { FitsHere } from "./FitsHere.tsx";
import { Forecast } from "./Forecast.tsx";
import classes from "./Funds.module.css";
import { FundTime } from "./FundTime.tsx";
import { fundQuery } from "./funds-api.ts";
import { StatementSection } from "./statement/StatementSection.tsx";

/** One fund: what is left and until when, what drafts would take, what fits, and every line of its ledger. */
export function FundPage({ id }: { id: string }) {
  const { t } = useLingui();
  const me = useMe();
  const { data: fund } = useSuspenseQuery(fundQuery(id));
  const [adjusting, setAdjusting] = useState(false);
  const ability = fund.abilities["adjust"] ?? me.abilities["adjustFunds"];
  const seesClaims = me.abilities["viewClaims"]?.allowed === true;
  const fits = me.side === "partner" && seesClaims;
  return (
    <>
      <PageHeader
        title={me.side === "vendor" ? `${fund.partner.name}, ${fund.location.name}` : fund.location.name}
        above={
          <Link to="/funds">
            <Trans>Funds</Trans>
          </Link>
        }
        action={
          me.side === "vendor" && (
            <ExplainedButton variant="default" ability={ability} onClick={() => setAdjusting(true)}>
              <Trans>Adjust…</Trans>
            </ExplainedButton>
          )
        }
      >
        <Link to="/programs/$code" params={{ code: fund.program }}>
          {fund.programName}
        </Link>
        {": "}
        <Trans>
          earned in {fund.earningPeriod}, for work done in {fund.usagePeriod}.
        </Trans>
      </PageHeader>
      <div className={classes.grid} data-fits={fits || undefined}>
        <div className="fp-stack">
          <Section title={t`Left in this fund`}>
            <MoneyText value={fund.remaining} size="large" />
            <Text mb="md">
              <FundTime fund={fund} />
              {fund.claimable && (
                <>
                  {". "}
                  <Trans>What is left then expires.</Trans>
                </>
              )}
            </Text>
            <FundBar fund={fund} />
          </Section>
          {seesClaims && <Forecast fund={fund} />}
        </div>
        <div className="fp-stack">
          <Section title={t`Balance`}>
            <BalanceTable fund={fund} />
          </Section>
          {fits && <FitsHere fund={fund} />}
        </div>
        <div className={classes.statement}>
          <StatementSection fund={fund} />
        </div>
      </div>
      <AdjustDialog fund={fund} opened={adjusting} onClose={() => setAdjusting(false)} />
    </>
  );
}
