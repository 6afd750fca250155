import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { EditionPreview } from "../api/schema.gen.d.ts";
import { WindowStrip } from "../calendar/WindowStrip.tsx";
import { WindowTable } from "../calendar/WindowTable.tsx";
import { stripAround } from "../calendar/year.ts";
import { today } from "../i18n/format.ts";

/** The dates of the text as it is written now, drawn along the months. */
export function CalendarPanel({ rules }: { rules: EditionPreview["rules"] | undefined }) {
  const { t } = useLingui();
  if (!rules) {
    return (
      <Text c="dimmed">
        <Trans>The dates are drawn as soon as the edition is whole.</Trans>
      </Text>
    );
  }
  const now = today(rules.timeZone);
  const rows = rules.windows.map((window) => ({
    key: window.usagePeriod.code,
    label: window.usagePeriod.code,
    window,
  }));
  const spans = rules.windows.flatMap(({ earningPeriod, claimWindow, proofDeadline }) => [
    earningPeriod,
    { from: claimWindow.from, to: proofDeadline },
  ]);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>Days end at midnight in {rules.timeZone.replaceAll("_", " ")}.</Trans>
      </Text>
      <WindowStrip strip={stripAround(spans)} rows={rows} today={now} />
      <WindowTable label={t`Dates of this edition`} rows={rows} today={now} />
    </>
  );
}
