import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Skeleton } from "@mantine/core";
import { IconCalendar, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { WindowRow } from "../api/types.ts";
import { today } from "../i18n/format.ts";
import { useMe } from "../identity/me.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { LeftIn } from "./LeftIn.tsx";
import { type ProgramWindows, useMyWindows } from "./use-my-windows.ts";
import { WindowStrip } from "./WindowStrip.tsx";
import { WindowTable } from "./WindowTable.tsx";
import { monthOf, type Strip, stripOf } from "./year.ts";

const MONTHS = 12;
/** How far the past reaches into the strip one begins with. */
const BEFORE = -3;

/** All windows of my programs on one strip of a year: when I work, claim and prove, and where today is. */
export function CalendarPage() {
  const { t } = useLingui();
  const [begin, setBegin] = useState(() => monthOf(today(), BEFORE));
  const { programs, error, retry } = useMyWindows();
  const strip = stripOf(begin, MONTHS);
  const move = (months: number): void => setBegin(monthOf(begin, months));
  return (
    <>
      <PageHeader title={t`Calendar`}>
        <Trans>When money of each program is earned, used, claimed and proved, over a year.</Trans>
      </PageHeader>
      {error && <ErrorState error={error} retry={retry} />}
      {!error && !programs && <Skeleton height={320} radius="lg" />}
      {programs?.length === 0 && (
        <Paper>
          <EmptyState icon={<IconCalendar size={22} aria-hidden />} title={t`No dates yet`}>
            <Trans>The windows of a program appear here when one of your locations takes part in it.</Trans>
          </EmptyState>
        </Paper>
      )}
      {programs && programs.length > 0 && (
        <Group gap="xs" mb="md" className="fp-no-print">
          <Button variant="default" leftSection={<IconChevronLeft size={16} aria-hidden />} onClick={() => move(-6)}>
            <Trans>Earlier</Trans>
          </Button>
          <Button variant="default" onClick={() => setBegin(monthOf(today(), BEFORE))}>
            <Trans>Today</Trans>
          </Button>
          <Button variant="default" rightSection={<IconChevronRight size={16} aria-hidden />} onClick={() => move(6)}>
            <Trans>Later</Trans>
          </Button>
        </Group>
      )}
      <div className="fp-stack">
        {programs?.map((each) => (
          <ProgramYear key={each.program.code} windows={each} strip={strip} />
        ))}
      </div>
    </>
  );
}

function ProgramYear({ windows: { program, windows }, strip }: { windows: ProgramWindows; strip: Strip }) {
  const { t } = useLingui();
  const { side } = useMe();
  const now = today(program.timeZone);
  const shown = windows
    .filter(({ earningPeriod, proofDeadline }) => earningPeriod.from < strip.end && proofDeadline >= strip.from)
    .map((window) => ({ key: window.usagePeriod.code, label: window.usagePeriod.code, window }));
  const left = {
    head: t`Left`,
    cell: ({ window }: { window: WindowRow }) => (
      <LeftIn program={program.code} usagePeriod={window.usagePeriod.code} over={window.claimWindow.to < now} />
    ),
  };
  return (
    <Section
      title={program.name}
      hint={program.timeZone && <Trans>Days end at midnight in {program.timeZone.replaceAll("_", " ")}.</Trans>}
    >
      {shown.length === 0 ? (
        <Trans>This program has no window in these months.</Trans>
      ) : (
        <>
          <WindowStrip strip={strip} rows={shown} today={now} />
          <WindowTable
            label={t`Dates of ${program.name}`}
            rows={shown}
            today={now}
            {...(side === "partner" && { after: left })}
          />
        </>
      )}
    </Section>
  );
}
