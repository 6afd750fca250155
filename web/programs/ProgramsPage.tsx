import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Skeleton, Text } from "@mantine/core";
import { IconLayoutGrid } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "../identity/me.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { NewProgramButton } from "./NewProgramButton.tsx";
import { ProgramCard } from "./ProgramCard.tsx";
import { programsQuery } from "./programs-api.ts";

/** The programs in sight: what each is, how I stand to it, and what comes next. */
export function ProgramsPage() {
  const { t } = useLingui();
  const me = useMe();
  const programs = useQuery(programsQuery);
  return (
    <>
      <PageHeader title={t`Programs`} action={<NewProgramButton />}>
        {me.side === "partner" ? (
          <Trans>What you may join, how each program works, and what comes next.</Trans>
        ) : (
          <Trans>What each program pays, how it works for partners, and what comes next.</Trans>
        )}
      </PageHeader>
      {programs.isPending && <Skeleton height={200} radius="lg" />}
      {programs.error && <ErrorState error={programs.error} retry={() => void programs.refetch()} />}
      {programs.data?.items.length === 0 && (
        <Paper>
          <EmptyState icon={<IconLayoutGrid size={22} aria-hidden />} title={t`No programs yet`}>
            <Trans>A program appears here when its vendor has published it.</Trans>
          </EmptyState>
        </Paper>
      )}
      <div className="fp-stack">
        {programs.data?.items.map((program) => (
          <ProgramCard key={program.code} program={program} />
        ))}
      </div>
      {me.side === "partner" && (
        <Text mt="md">
          <Link to="/access">
            <Trans>Why can't I see this?</Trans>
          </Link>{" "}
          <Trans>What you may do in a program, what is missing, and who can give it.</Trans>
        </Text>
      )}
    </>
  );
}
