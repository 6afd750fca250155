import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, TextInput } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Fund, StatementLine } from "../../api/types.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { Section } from "../../ui/Section.tsx";
import classes from "../Funds.module.css";
import { type StatementFilter, statementFileUrl, statementQuery } from "../funds-api.ts";
import { LineDialog } from "./LineDialog.tsx";
import { useStatementColumns } from "./statement-columns.tsx";

/** Every line of a fund's ledger, narrowed by where it comes from and by days; as a file, and on paper. */
export function StatementSection({ fund }: { fund: Fund }) {
  const { t } = useLingui();
  const [filter, setFilter] = useState<StatementFilter>({});
  const [opened, open] = useState<StatementLine | null>(null);
  const statement = useInfiniteQuery(statementQuery(fund.id, filter));
  const columns = useStatementColumns(open);
  const narrow = (part: Partial<StatementFilter>): void =>
    setFilter(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== "")));
  /** Paper holds the whole statement, so what is not there yet is read first. */
  const print = async (): Promise<void> => {
    let more = statement.hasNextPage;
    while (more) more = (await statement.fetchNextPage()).hasNextPage;
    window.print();
  };
  const rows = statement.data?.pages.flatMap((page) => page.items);
  const plans = /[1-9]/.test(fund.committed.amount) || rows?.some(({ source }) => source.type.startsWith("plan"));
  return (
    <Section
      title={t`Statement`}
      hint={
        <Trans>
          Every movement as it was booked, the newest first. The day is the one a line counts for, such as the end of
          the month in which something was earned; where it was booked on another day, that day stands below. Each line
          opens where it comes from.
        </Trans>
      }
      action={
        <Group gap="xs" className="fp-no-print">
          <Button
            component="a"
            href={statementFileUrl(fund.id, filter)}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            <Trans>Download CSV</Trans>
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => void print()}>
            <Trans>Print</Trans>
          </Button>
        </Group>
      }
    >
      <Group gap="sm" mb="md" align="flex-end" className="fp-no-print">
        <FilterChips
          label={t`Where lines come from`}
          options={[
            { value: "", label: t`All` },
            { value: "earning", label: t`Earned` },
            { value: "claim", label: t`Claims` },
            ...(plans ? [{ value: "plan,plan-payment", label: t`Plans` }] : []),
            { value: "adjustment", label: t`Adjustments` },
          ]}
          value={filter.source ?? ""}
          onChange={(source) => narrow({ source })}
        />
        <div className={classes.days}>
          <TextInput
            type="date"
            label={t`From`}
            aria-label={t`First day of the statement`}
            value={filter.from ?? ""}
            max={filter.to}
            onChange={(event) => narrow({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t`To`}
            aria-label={t`Last day of the statement`}
            value={filter.to ?? ""}
            min={filter.from}
            onChange={(event) => narrow({ to: event.currentTarget.value })}
          />
        </div>
      </Group>
      {statement.error ? (
        <ErrorState error={statement.error} retry={() => void statement.refetch()} />
      ) : rows?.length === 0 ? (
        <p>
          {Object.keys(filter).length > 0 ? (
            <Trans>No line fits. Choose other days, or all lines.</Trans>
          ) : (
            <Trans>Nothing has moved in this fund yet.</Trans>
          )}
        </p>
      ) : (
        <DataTable
          label={t`Statement`}
          columns={columns}
          rows={rows}
          rowKey={(line) => line.id}
          onMore={statement.hasNextPage ? () => void statement.fetchNextPage() : undefined}
          loadingMore={statement.isFetchingNextPage}
        />
      )}
      <LineDialog fund={fund} line={opened} onClose={() => open(null)} />
    </Section>
  );
}
