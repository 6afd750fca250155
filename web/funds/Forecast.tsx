import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Fund, FundForecast } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Funds.module.css";
import { forecastQuery } from "./funds-api.ts";

/** What will be left when every draft is approved as claimed. */
export function Forecast({ fund }: { fund: Fund }) {
  const { t } = useLingui();
  const forecast = useQuery(forecastQuery(fund.id));
  return (
    <Section title={t`Forecast`} hint={<Trans>If all drafts are submitted and approved as claimed.</Trans>}>
      {forecast.isPending && <Skeleton height={60} />}
      {forecast.error && <ErrorState error={forecast.error} retry={() => void forecast.refetch()} />}
      {forecast.data && <Sum forecast={forecast.data} />}
    </Section>
  );
}

function Sum({ forecast: { remaining, drafts, afterDrafts, short } }: { forecast: FundForecast }) {
  const me = useMe();
  if (drafts.length === 0) {
    return (
      <Text c="dimmed">
        {me.side === "vendor" ? (
          <Trans>The partner has no draft on this fund; all of what is left stays left.</Trans>
        ) : (
          <Trans>You have no draft on this fund; all of what is left stays left.</Trans>
        )}
      </Text>
    );
  }
  return (
    <>
      <table className={classes.balances}>
        <tbody>
          <tr>
            <th scope="row">
              <Trans>Left now</Trans>
            </th>
            <td>
              <MoneyText value={remaining} currency="plain" />
            </td>
          </tr>
          {drafts.map((draft) => (
            <tr key={draft.id}>
              <th scope="row">
                <Link to="/claims/$id" params={{ id: draft.id }}>
                  {draft.name}
                </Link>
                <div className={classes.sub}>
                  {!draft.amountClaimed ? (
                    <Trans>{draft.number}, no amount yet</Trans>
                  ) : /[1-9]/.test(draft.reserved.amount) ? (
                    <Trans>
                      {draft.number}, <MoneyText value={draft.reserved} /> reserved already
                    </Trans>
                  ) : (
                    draft.number
                  )}
                </div>
              </th>
              <td>
                <MoneyText value={draft.amountClaimed ? draft.effect : null} currency="plain" />
              </td>
            </tr>
          ))}
          <tr data-total>
            <th scope="row">
              <Trans>Left then</Trans>
            </th>
            <td>
              <MoneyText value={afterDrafts} />
            </td>
          </tr>
        </tbody>
      </table>
      {short && (
        <Text size="sm" mt="xs" className={classes.short}>
          <Trans>
            The drafts ask for <MoneyText value={short} /> more than is left. The first to be submitted comes first.
          </Trans>
        </Text>
      )}
    </>
  );
}
