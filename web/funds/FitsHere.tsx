import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Fund } from "../api/types.ts";
import { fundOptionsQuery } from "../claims/finder/finder-api.ts";
import { useObstacle } from "../claims/finder/use-obstacle.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Funds.module.css";

const SHOWN = 5;

/** The first few activities that this fund may pay for, up to what, and the way to all of them. */
export function FitsHere({ fund }: { fund: Fund }) {
  const { t } = useLingui();
  const options = useQuery(fundOptionsQuery(fund.id));
  const obstacle = useObstacle();
  const option = options.data?.items[0];
  if (options.data && !option) return null;
  return (
    <Section title={t`What fits here`}>
      {options.isPending && <Skeleton height={120} />}
      {options.error && <ErrorState error={options.error} retry={() => void options.refetch()} />}
      {option && (
        <>
          {!option.claimable.allowed && (
            <Text size="sm" mb="xs">
              {obstacle(option)}
            </Text>
          )}
          <table className={classes.balances}>
            <tbody>
              {option.activities.slice(0, SHOWN).map(({ code, name, most }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td style={{ whiteSpace: "nowrap", paddingLeft: 12 }}>
                    <Trans>
                      up to <MoneyText value={most} currency="plain" />
                    </Trans>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Text size="sm" mt="xs">
            <Link to="/finder" search={{ fund: fund.id }}>
              <Trans>All {option.activities.length} activities, with their proof</Trans>
            </Link>
          </Text>
        </>
      )}
    </Section>
  );
}
