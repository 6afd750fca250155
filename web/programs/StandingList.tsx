import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Program } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { LocationStanding } from "./LocationStanding.tsx";
import { type Standing, useStandings } from "./use-standings.ts";

/** How each location stands to the program in its present year: enrolled, invited, or what is in the way. */
export function StandingList({ program }: { program: Program }) {
  const { t } = useLingui();
  const me = useMe();
  const { rows, error, retry, more, loadingMore } = useStandings(program);
  if (error) return <ErrorState error={error} retry={retry} />;
  if (!rows) return <Skeleton height={120} />;
  if (rows.length === 0) {
    return (
      <Text c="dimmed">
        {me.side === "vendor" ? (
          <Trans>No location has been enrolled for this program year yet.</Trans>
        ) : (
          <>
            <Trans>None of your locations is in sight of this program.</Trans>{" "}
            <Link to="/access" search={{ program: program.code }}>
              <Trans>Why?</Trans>
            </Link>
          </>
        )}
      </Text>
    );
  }
  return (
    <>
      <PlainTable
        label={t`Locations`}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            head: t`Location`,
            cell: ({ location, partner, partnerId }) => (
              <>
                {location}
                <Text size="xs" c="dimmed" component="div">
                  {me.side === "vendor" && `${partner} · `}
                  <span className="fp-num">{partnerId}</span>
                </Text>
              </>
            ),
          },
          { head: t`Standing`, cell: (row) => <StandingOf standing={row} program={program} /> },
          {
            head: t`Earns from`,
            cell: ({ enrollment }) => <DateText day={enrollment?.earningsStartOn} />,
          },
          { head: t`Until`, cell: ({ enrollment }) => <DateText day={enrollment?.expiresOn} /> },
        ]}
      />
      {more && (
        <Button variant="default" mt="md" mx="auto" display="block" loading={loadingMore} onClick={more}>
          <Trans>Load more</Trans>
        </Button>
      )}
    </>
  );
}

function StandingOf({ standing: { enrollment, now }, program }: { standing: Standing; program: Program }) {
  const { t } = useLingui();
  const me = useMe();
  if (enrollment) {
    return (
      <>
        <StatusBadge face={enrollment.face} />
        <Text size="sm" component="div">
          <Link to="/enrollments/$id" params={{ id: enrollment.id }}>
            {enrollment.status === "invited" && me.side === "partner" ? t`Answer the invitation` : t`Open`}
          </Link>
        </Text>
        {!enrollment.payoutReady && enrollment.acceptedAt && (
          <Text size="xs" c="dimmed" component="div">
            <Trans>Bank and tax data are not complete, so nothing can be claimed yet.</Trans>
          </Text>
        )}
      </>
    );
  }
  if (now) return <LocationStanding standing={now} program={program} />;
  return program.openEnrollment ? (
    <StatusBadge face={{ tone: "neutral", label: t`May take part` }} />
  ) : (
    <StatusBadge face={{ tone: "neutral", label: t`By invitation` }} />
  );
}
