import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconLayoutGrid } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Program } from "../api/types.ts";
import { today } from "../i18n/format.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { programsQuery } from "./programs-api.ts";
import { WindowList } from "./WindowList.tsx";

/** The programs in sight and their windows: in which period money is earned, used and claimed. */
export function ProgramsPage() {
  const { t } = useLingui();
  const programs = useQuery(programsQuery);
  return (
    <>
      <PageHeader title={t`Programs`}>
        <Trans>What the programs are and when money is earned, used and claimed.</Trans>
      </PageHeader>
      {programs.isPending && <Skeleton height={200} radius="lg" />}
      {programs.error && <ErrorState error={programs.error} retry={() => void programs.refetch()} />}
      {programs.data?.items.length === 0 && (
        <EmptyState icon={<IconLayoutGrid size={22} aria-hidden />} title={t`No programs yet`}>
          <Trans>A program appears here when its vendor has published it.</Trans>
        </EmptyState>
      )}
      <Stack>
        {programs.data?.items.map((program) => (
          <ProgramCard key={program.code} program={program} />
        ))}
      </Stack>
    </>
  );
}

function ProgramCard({ program }: { program: Program }) {
  return (
    <Paper component="section" p="lg" aria-label={program.name}>
      <Title order={2}>{program.name}</Title>
      <Text c="dimmed" mb="sm">
        {program.poeTiming === "after-payment" ? (
          <Trans>Proof after payment.</Trans>
        ) : (
          <Trans>Proof before payment.</Trans>
        )}{" "}
        {program.planMode === "required" ? (
          <Trans>A claim needs an approved plan.</Trans>
        ) : program.planMode === "optional" ? (
          <Trans>A plan is optional.</Trans>
        ) : null}{" "}
        {program.programYear && <Trans>Program year {program.programYear}.</Trans>}
      </Text>
      <WindowList program={program.code} on={today()} />
    </Paper>
  );
}
