import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Group, Skeleton, Text } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Enrollment } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { inWords } from "../i18n/server-words.ts";
import { useMe } from "../identity/me.ts";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { Answer } from "./Answer.tsx";
import classes from "./Enrollments.module.css";
import { enrollmentQuery, requirementsQuery } from "./enrollments-api.ts";
import { FactsSection } from "./FactsSection.tsx";
import { RequirementTree } from "./RequirementTree.tsx";
import { VendorSteps } from "./VendorSteps.tsx";

/** Taking part of one location in one program year: where it stands, what to do next, and what it must have. */
export function EnrollmentPage({ id }: { id: string }) {
  const { t } = useLingui();
  const me = useMe();
  const { data: enrollment } = useSuspenseQuery(enrollmentQuery(id));
  const { location, partner, programName, programYear } = enrollment;
  return (
    <>
      <PageHeader
        title={`${location.name} · ${programName}`}
        above={
          <Link to="/programs/$code" params={{ code: enrollment.program }}>
            {programName}
          </Link>
        }
        action={me.side === "partner" ? <Answer enrollment={enrollment} /> : <VendorSteps enrollment={enrollment} />}
      >
        <Trans>
          {partner.name}, PartnerID {location.partnerId}, program year {programYear}
        </Trans>
      </PageHeader>
      <div className="fp-stack">
        <Section title={t`Where it stands`} action={<StatusBadge face={enrollment.face} />}>
          <Todo enrollment={enrollment} />
          <Facts enrollment={enrollment} />
        </Section>
        <Requirements enrollment={enrollment} />
        <FactsSection location={location} />
      </div>
    </>
  );
}

function Todo({ enrollment }: { enrollment: Enrollment }) {
  return enrollment.requiredActions.map(({ code, words, text }) => (
    <Alert key={code} color="yellow" variant="light" mb="md">
      {inWords(words, text)}
    </Alert>
  ));
}

function Facts({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useLingui();
  const { invitation } = enrollment;
  const rows: [string, ReactNode][] = [
    ...(invitation
      ? ([
          [t`Invitation`, <StatusBadge key="face" face={invitation.face} />],
          [t`Answer by`, <DateText key="by" day={invitation.expiresOn} deadline={invitation.state === "sent"} />],
        ] satisfies [string, ReactNode][])
      : []),
    [t`Accepted`, enrollment.acceptedAt ? momentInWords(enrollment.acceptedAt) : "–"],
    [t`Bank and tax data`, enrollment.payoutReady ? t`complete` : t`missing`],
    [t`Earns from`, <DateText key="from" day={enrollment.earningsStartOn} />],
    [t`Until`, <DateText key="until" day={enrollment.expiresOn} />],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {invitation?.reason && (
        <Text mt="md">
          <Trans>Declined because:</Trans> {invitation.reason}
        </Text>
      )}
    </>
  );
}

function Requirements({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useLingui();
  const found = useQuery(requirementsQuery(enrollment.id));
  const checkedAt = found.data?.checkedAt;
  return (
    <Section
      title={t`What this location must have`}
      hint={
        checkedAt ? (
          <Trans>Judged every day; last on {momentInWords(checkedAt)}.</Trans>
        ) : (
          <Trans>Judged every day.</Trans>
        )
      }
    >
      {found.isPending && <Skeleton height={120} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data &&
        (found.data.requirements ? (
          <RequirementTree tree={found.data.requirements} />
        ) : (
          <Text c="dimmed">
            <Trans>This program asks for nothing beforehand.</Trans>
          </Text>
        ))}
      <Group mt="md">
        <Link to="/access" search={{ program: enrollment.program, location: enrollment.location.id }}>
          <Trans>Why can't I see or do something here?</Trans>
        </Link>
      </Group>
    </Section>
  );
}
