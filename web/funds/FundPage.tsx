import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../identity/me.ts";
import { DataTable } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { FundBar } from "../ui/FundBar.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { AdjustDialog } from "./AdjustDialog.tsx";
import { BalanceTable } from "./BalanceTable.tsx";
import classes from "./Funds.module.css";
import { fundQuery, statementQuery } from "./funds-api.ts";
import { useStatementColumns } from "./statement-columns.tsx";

/** A fund's statement: the balances as a bar and a table, and every line of the ledger with its source. */
export function FundPage({ id }: { id: string }) {
  const { t } = useLingui();
  const me = useMe();
  const { data: fund } = useSuspenseQuery(fundQuery(id));
  const statement = useInfiniteQuery(statementQuery(id));
  const columns = useStatementColumns(fund);
  const [adjusting, setAdjusting] = useState(false);
  const ability = fund.abilities["adjust"] ?? me.abilities["adjustFunds"];
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
        <Trans>
          {fund.programName}: earned in {fund.earningPeriod}, for work done in {fund.usagePeriod}.
        </Trans>
      </PageHeader>
      <div className={classes.grid}>
        <Section title={t`Left in this fund`}>
          <MoneyText value={fund.remaining} size="large" />
          <Text mb="md">
            <Trans>
              Claim until <DateText day={fund.expiresOn} deadline />. What is left then expires.
            </Trans>
          </Text>
          <FundBar fund={fund} />
        </Section>
        <Section title={t`Balance`}>
          <BalanceTable fund={fund} />
        </Section>
      </div>
      <Section
        title={t`Statement`}
        hint={<Trans>Every movement, the newest first. Each line opens where it comes from.</Trans>}
      >
        {statement.error ? (
          <ErrorState error={statement.error} retry={() => void statement.refetch()} />
        ) : (
          <DataTable
            label={t`Statement`}
            columns={columns}
            rows={statement.data?.pages.flatMap((page) => page.items)}
            rowKey={(line) => line.id}
            onMore={statement.hasNextPage ? () => void statement.fetchNextPage() : undefined}
            loadingMore={statement.isFetchingNextPage}
          />
        )}
      </Section>
      <AdjustDialog fund={fund} opened={adjusting} onClose={() => setAdjusting(false)} />
    </>
  );
}
