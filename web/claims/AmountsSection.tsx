import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Claim } from "../api/types.ts";
import { momentInWords, today } from "../i18n/format.ts";
import { DateText } from "../ui/DateText.tsx";
import { FileChip } from "../ui/FileChip.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { reachable } from "../ui/reachable.ts";
import { Section } from "../ui/Section.tsx";
import classes from "./Claims.module.css";
import { costLines } from "./cost-lines.ts";
import { useExpenseNames } from "./use-expense-names.ts";

/** Claimed, eligible and approved per line, with the reasons in words; the decision on top. */
export function AmountsSection({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const nameOf = useExpenseNames(claim);
  const { decision } = claim;
  const costs = costLines(claim);
  return (
    <Section title={t`Amounts`}>
      <div className={classes.amounts}>
        <div>
          <Text size="sm" c="dimmed">
            <Trans>Claimed</Trans>
          </Text>
          <MoneyText value={claim.amountClaimed} size="large" />
        </div>
        {decision?.kind === "approved" && (
          <div>
            <Text size="sm" c="dimmed">
              <Trans>Approved</Trans>
            </Text>
            <MoneyText value={claim.amountApproved} size="large" />
          </div>
        )}
      </div>
      {decision && (
        <div style={{ marginTop: 10 }}>
          {decision.reason && <Text fw={550}>{decision.reason}</Text>}
          {decision.comment && <Text className={classes.said}>{decision.comment}</Text>}
          {decision.kind === "approved" && decision.whatToDo && <Text>{decision.whatToDo}</Text>}
          {decision.kind === "rejected" && <AfterRejection claim={claim} />}
          <Text size="sm" c="dimmed">
            <Trans>
              Decided by {decision.by}, {momentInWords(decision.at)}
            </Trans>
          </Text>
        </div>
      )}
      {costs.length > 0 && (
        <section ref={reachable} aria-label={t`Lines`} style={{ overflowX: "auto" }}>
          <table className={classes.lines}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Line</Trans>
                </th>
                <th scope="col" className={classes.right}>
                  <Trans>Claimed</Trans>
                </th>
                <th scope="col" className={classes.right}>
                  <Trans>Eligible</Trans>
                </th>
                <th scope="col" className={classes.right}>
                  <Trans>Approved</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {costs.map((line) => (
                <tr key={line.id}>
                  <td>
                    {line.description || "–"}
                    <Text size="xs" c="dimmed">
                      {line.from} · {nameOf(line.expenseType)}
                    </Text>
                    {line.reasonCode && (
                      <Text size="sm" c="var(--fp-refused)">
                        {claim.reasons[line.reasonCode] ?? line.reasonCode}
                      </Text>
                    )}
                  </td>
                  <td className={classes.right}>
                    <MoneyText value={line.amount} currency="plain" />
                  </td>
                  <td className={classes.right}>
                    <MoneyText value={line.eligibleAmount} currency="plain" />
                  </td>
                  <td className={classes.right}>
                    <MoneyText value={line.approvedAmount} currency="plain" strong />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8, marginTop: 12 }}>
        {[...claim.invoices, ...claim.certifications].map(
          (part) => part.file && <FileChip key={part.id} file={part.file} />,
        )}
      </div>
    </Section>
  );
}

/** A rejected claim is the end of it; its work may be claimed anew while the window is open. */
function AfterRejection({ claim }: { claim: Claim }) {
  const until = claim.claimWindow.to;
  return (
    <Text>
      {until >= today() ? (
        <Trans>
          A rejected claim is not opened again. The same work can be claimed anew until{" "}
          <DateText day={until} deadline />.
        </Trans>
      ) : (
        <Trans>A rejected claim is not opened again, and the time to claim this work is over.</Trans>
      )}
    </Text>
  );
}
