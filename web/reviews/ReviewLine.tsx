import { Trans, useLingui } from "@lingui/react/macro";
import { Select, Text } from "@mantine/core";
import type { Claim, ReasonCode } from "../api/types.ts";
import { useExpenseNames } from "../claims/use-expense-names.ts";
import { amountInWords } from "../i18n/format.ts";
import { MoneyInput } from "../ui/MoneyInput.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import type { DecidedLine, LineChoice } from "./decision.ts";
import classes from "./Reviews.module.css";

interface ReviewLineProps {
  claim: Claim;
  decided: DecidedLine;
  reasons: readonly ReasonCode[];
  editable: boolean;
  onChoose: (choice: LineChoice) => void;
}

/** One line on the reviewer's desk. A cut of his own asks for a reason at once. */
export function ReviewLine({ claim, decided, reasons, editable, onChoose }: ReviewLineProps) {
  const { t } = useLingui();
  const nameOf = useExpenseNames(claim);
  const { line, eligible, amount, fault, reasonCode } = decided;
  const most = amountInWords(eligible.amount, eligible.currency);
  const words =
    fault === "above-eligible" ? t`At most ${most}` : fault === "negative" ? t`Not below nothing` : undefined;
  const cut = amount !== eligible.amount;
  return (
    <fieldset className={classes.line} data-field={line.field} aria-label={line.description || line.from}>
      <div className={classes.what}>{line.description || "–"}</div>
      <Text size="xs" c="dimmed" className={classes.kind ?? ""}>
        {nameOf(line.expenseType)}
      </Text>
      <div className={classes.amountCell}>
        <span className={classes.amountLabel}>
          <Trans>Claimed</Trans>
        </span>
        <MoneyText value={line.amount} currency="plain" />
      </div>
      <div className={classes.amountCell}>
        <span className={classes.amountLabel}>
          <Trans>Eligible</Trans>
        </span>
        <MoneyText value={eligible} currency="plain" />
      </div>
      {editable ? (
        <MoneyInput
          aria-label={t`My amount for ${line.description}`}
          currency={eligible.currency}
          value={amount}
          error={words}
          onChange={(typed) => onChoose({ amount: typed })}
        />
      ) : (
        <div className={classes.amountCell}>
          <span className={classes.amountLabel}>
            <Trans>Approved</Trans>
          </span>
          <MoneyText value={line.approvedAmount} currency="plain" strong />
        </div>
      )}
      {editable && cut && (
        <Select
          className={classes.reason ?? ""}
          aria-label={t`Reason for cutting ${line.description}`}
          placeholder={t`Why less? The partner will read it.`}
          data={reasons.map(({ code, label }) => ({ value: code, label }))}
          value={reasonCode}
          error={fault === "reason-missing" ? t`A cut needs a reason` : undefined}
          onChange={(code) => onChoose({ reasonCode: code })}
        />
      )}
      {!editable && line.reasonCode && (
        <Text size="sm" c="var(--fp-refused)" className={classes.reason ?? ""}>
          {claim.reasons[line.reasonCode] ?? line.reasonCode}
        </Text>
      )}
    </fieldset>
  );
}
