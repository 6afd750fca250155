import { useLingui } from "@lingui/react/macro";
import type { GuideWindow } from "../api/types.ts";
import { PlainTable } from "../ui/PlainTable.tsx";

/** Which edition judges what, window by window. */
export function JudgingTable({ windows }: { windows: readonly GuideWindow[] }) {
  const { t } = useLingui();
  const edition = (of: GuideWindow["judgedBy"] | null): string =>
    of ? t`${of.programYear}, version ${of.version}` : t`not published yet`;
  return (
    <PlainTable
      label={t`Which rules judge what`}
      rows={windows}
      rowKey={({ usagePeriod }) => usagePeriod.code}
      columns={[
        { head: t`Earned in`, cell: ({ earningPeriod }) => <span className="fp-num">{earningPeriod.code}</span> },
        { head: t`Division and least amount by`, cell: ({ earningJudgedBy }) => edition(earningJudgedBy) },
        { head: t`For work in`, cell: ({ usagePeriod }) => <span className="fp-num">{usagePeriod.code}</span> },
        { head: t`Dates, proof, limits and reasons by`, cell: ({ judgedBy }) => edition(judgedBy) },
      ]}
    />
  );
}
