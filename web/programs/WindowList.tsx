import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { WindowRow } from "../api/types.ts";
import type { Column } from "../ui/DataTable.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { DateText } from "../ui/DateText.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { windowsQuery } from "./programs-api.ts";

/** Windows whose claiming has not ended long ago. */
const recent = (rows: readonly WindowRow[], on: string): WindowRow[] =>
  rows.filter((row) => row.proofDeadline >= on).slice(0, 4);

/** The windows of a program that matter now: earned, used, claimed, proof decided. */
export function WindowList({ program, on }: { program: string; on: string }) {
  const { t } = useLingui();
  const windows = useQuery(windowsQuery(program));
  if (windows.isPending) return <Skeleton height={120} />;
  if (windows.error) return <ErrorState error={windows.error} retry={() => void windows.refetch()} />;
  const span = ({ from, to }: { from: string; to: string }) => (
    <>
      <DateText day={from} /> – <DateText day={to} />
    </>
  );
  const columns: Column<WindowRow>[] = [
    { key: "earned", head: t`Earned in`, cell: (row) => <span className="fp-num">{row.earningPeriod.code}</span> },
    { key: "used", head: t`For work done`, cell: (row) => span(row.usagePeriod) },
    {
      key: "claimed",
      head: t`Claimed`,
      cell: (row) => (
        <>
          {span(row.claimWindow)}{" "}
          {row.claimWindow.from <= on && on <= row.claimWindow.to && (
            <strong>
              · <Trans>open now</Trans>
            </strong>
          )}
        </>
      ),
    },
    { key: "proof", head: t`Proof decided by`, cell: (row) => <DateText day={row.proofDeadline} /> },
  ];
  return (
    <DataTable
      label={t`Windows`}
      columns={columns}
      rows={recent(windows.data.items, on)}
      rowKey={(row) => row.earningPeriod.code}
    />
  );
}
