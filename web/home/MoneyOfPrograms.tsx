import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ProgramMoney } from "../api/types.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { type PlainColumn, PlainTable } from "../ui/PlainTable.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Home.module.css";

/** Where the money of each program stands, in each currency; nothing for who may see no funds. */
export function MoneyOfPrograms({ money }: { money: readonly ProgramMoney[] | undefined }) {
  const { t } = useLingui();
  if (!money || money.length === 0) return null;
  const amount = (head: string, key: "left" | "committed" | "reserved" | "payable" | "unproven" | "paid") => ({
    head,
    align: "right" as const,
    cell: (row: ProgramMoney) => <MoneyText value={row[key]} currency="plain" />,
  });
  const columns: PlainColumn<ProgramMoney>[] = [
    {
      head: t`Program`,
      cell: (row) => (
        <Link to="/funds" search={{ program: row.program }}>
          {row.programName}, {row.currency}
        </Link>
      ),
    },
    amount(t`Free in funds`, "left"),
    amount(t`For plans`, "committed"),
    amount(t`For claims to decide`, "reserved"),
    amount(t`To be paid`, "payable"),
    amount(t`To be proven`, "unproven"),
    amount(t`Paid`, "paid"),
  ];
  return (
    <div className={classes.money}>
      <Section title={t`Where the money is`} hint={<Trans>As the ledger has it now, by program and currency.</Trans>}>
        <PlainTable
          label={t`Where the money is`}
          columns={columns}
          rows={money}
          rowKey={(row) => `${row.program}/${row.currency}`}
        />
      </Section>
    </div>
  );
}
