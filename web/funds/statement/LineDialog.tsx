import { Trans, useLingui } from "@lingui/react/macro";
import { Modal, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Fund, StatementLine } from "../../api/types.ts";
import { momentInWords } from "../../i18n/format.ts";
import { wordOf } from "../../i18n/server-words.ts";
import { codeInWords, editionQuery } from "../../programs/programs-api.ts";
import { DateText } from "../../ui/DateText.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "../Funds.module.css";

interface LineDialogProps {
  fund: Fund;
  line: StatementLine | null;
  onClose: () => void;
}

/** Where a line that has no page of its own comes from: what was earned or adjusted, for which day, why, and who pays. */
export function LineDialog({ fund, line, onClose }: LineDialogProps) {
  const { t } = useLingui();
  const year = fund.usagePeriod.split("-")[0] ?? "";
  const edition = useQuery({ ...editionQuery(fund.program, year), enabled: line !== null });
  const payerOf = (code: string): string =>
    edition.data?.payingEntities.find((entity) => entity.code === code)?.name ?? codeInWords(code);
  return (
    <Modal
      opened={line !== null}
      onClose={onClose}
      title={
        <Text fw={620} size="lg">
          {line ? wordOf(line.text) : ""}
        </Text>
      }
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {line && (
        <dl className={classes.lineFacts}>
          <Fact label={t`Amount`}>
            <MoneyText value={line.amount} signed strong />
          </Fact>
          <Fact label={t`Left then`}>
            <MoneyText value={line.availableAfter} />
          </Fact>
          <Fact label={t`Counts for`}>
            <DateText day={line.effectiveOn} />
          </Fact>
          <Fact label={t`Booked on`}>{momentInWords(line.recordedAt)}</Fact>
          {line.reasonCode && <Fact label={t`Reason`}>{line.reason ?? codeInWords(line.reasonCode)}</Fact>}
          {line.note && <Fact label={t`Note`}>{line.note}</Fact>}
          {line.payingEntities.length > 0 && (
            <Fact label={t`Paid by`}>
              {line.payingEntities.map(({ code, amount }) => (
                <div key={code}>
                  {payerOf(code)}: <MoneyText value={amount} />
                </div>
              ))}
            </Fact>
          )}
          <Fact label={t`Entry`}>
            <span className={classes.id}>{line.id}</span>
          </Fact>
        </dl>
      )}
      <Text size="sm" c="dimmed" mt="md">
        <Trans>A line is never changed. A correction is another line.</Trans>
      </Text>
    </Modal>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
