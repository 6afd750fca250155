import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "../identity/me.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { EditionTable } from "./EditionTable.tsx";
import { GuideButton } from "./GuideButton.tsx";
import { GuideCalendar } from "./guide/GuideCalendar.tsx";
import { guideQuery } from "./guide/guide-api.ts";
import { JudgingTable } from "./JudgingTable.tsx";
import { NotInForce } from "./NotInForce.tsx";
import { programQuery } from "./programs-api.ts";
import { StandingList } from "./StandingList.tsx";

/** One program: how each location stands to it, its dates, which edition judges what, and the versions there are. */
export function ProgramPage({ code }: { code: string }) {
  const { t } = useLingui();
  const me = useMe();
  const { data: program } = useSuspenseQuery(programQuery(code));
  const guide = useQuery({ ...guideQuery(code), enabled: program.programYear !== null });
  return (
    <>
      <PageHeader
        title={program.name}
        above={
          <Link to="/programs">
            <Trans>Programs</Trans>
          </Link>
        }
        action={program.programYear && <GuideButton code={code} variant="filled" />}
      >
        {program.programYear ? (
          <Trans>Program year {program.programYear}: who takes part, when, and by which rules.</Trans>
        ) : (
          <NotInForce program={program} />
        )}
      </PageHeader>
      <div className="fp-stack">
        <Section
          title={me.side === "vendor" ? t`Who takes part` : t`Your locations`}
          hint={
            program.openEnrollment ? (
              <Trans>Open to every location; an incentives admin enrols.</Trans>
            ) : (
              <Trans>The vendor invites locations; an incentives admin accepts.</Trans>
            )
          }
        >
          <StandingList program={program} />
        </Section>
        {program.programYear && (
          <>
            <Section title={t`Dates`}>
              {guide.isPending && <Skeleton height={220} />}
              {guide.error && <ErrorState error={guide.error} retry={() => void guide.refetch()} />}
              {guide.data && <GuideCalendar guide={guide.data} brief />}
            </Section>
            <Section
              title={t`Which rules judge what`}
              hint={
                <Trans>
                  Rules change every year. Money and claims are judged by the rules of their own period, also later.
                </Trans>
              }
            >
              {guide.data ? <JudgingTable windows={guide.data.windows} /> : <Skeleton height={90} />}
            </Section>
          </>
        )}
        <Section
          title={t`Versions`}
          hint={<Trans>What was published never changes; a correction is a new version.</Trans>}
        >
          <EditionTable program={program} />
        </Section>
      </div>
    </>
  );
}
