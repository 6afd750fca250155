import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { EditionPreview } from "../api/schema.gen.d.ts";
import { inWords } from "../i18n/server-words.ts";
import { FindingsList } from "../ui/FindingsList.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import classes from "./Designer.module.css";

type Judged = NonNullable<EditionPreview["example"]>;
type Finding = Judged["findings"][number];

/** What comes of the example: what would be paid, what was taken away in the order of the rules, then what is missing. */
export function ExampleOutcome({ judged }: { judged: Judged }) {
  const { t } = useLingui();
  const cuts = judged.findings.filter(({ effect }) => effect !== undefined);
  // What is cut is said above; what refuses is missing as well.
  const rest = judged.findings.filter(({ effect, severity }) => effect === undefined || severity === "blocks");
  return (
    <Paper withBorder p="sm" aria-live="polite" aria-label={t`What the rules say`} component="section">
      <div className={classes.outcome}>
        <div>
          <Text size="xs" c="dimmed">
            <Trans>Claimed</Trans>
          </Text>
          <Text className={classes.figure ?? ""} component="div">
            <MoneyText value={judged.claimed} />
          </Text>
        </div>
        <IconArrowRight size={20} aria-hidden className={classes.arrow} />
        <div>
          <Text size="xs" c="dimmed">
            {judged.mayBeSubmitted ? (
              <Trans>Would be paid</Trans>
            ) : (
              <Trans>Would be paid, once nothing is missing</Trans>
            )}
          </Text>
          <Text
            className={classes.figure ?? ""}
            component="div"
            data-main
            data-open={!judged.mayBeSubmitted || undefined}
          >
            <MoneyText value={judged.eligible} />
          </Text>
        </div>
      </div>
      {cuts.length > 0 && <Deductions judged={judged} cuts={cuts} />}
      <Text fw={600} size="sm" mt="sm" mb={4}>
        {judged.mayBeSubmitted ? <Trans>It may be submitted</Trans> : <Trans>It cannot be submitted yet</Trans>}
      </Text>
      <FindingsList findings={rest} complete={t`Nothing is missing.`} jumps={false} />
    </Paper>
  );
}

/** From the cost to what is paid, a line for each rule that takes something away. */
function Deductions({ judged, cuts }: { judged: Judged; cuts: readonly Finding[] }) {
  const nameOf = useCutNames();
  return (
    <ol className={classes.deductions}>
      <li>
        <span>
          <Trans>Cost on the invoice</Trans>
        </span>
        <MoneyText value={judged.cost} />
      </li>
      {cuts.map((cut) => (
        <li key={`${cut.rule} ${cut.field} ${cut.source}`}>
          <span>
            {nameOf(cut)}
            <Text size="xs" c="dimmed" component="span" display="block">
              {inWords(cut.words, cut.remedy)}
            </Text>
          </span>
          <MoneyText value={cut.effect} />
        </li>
      ))}
    </ol>
  );
}

/** What takes something away, in words; the sentence of the rule stands below it. */
function useCutNames(): (cut: Finding) => string {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    "expense.ineligible": t`This kind of cost is not reimbursed`,
    "expense.excluded": t`This cost is never reimbursed`,
    "certification.not-allowed": t`In-house cost is not reimbursed here`,
    "share.vendor-part": t`Lowered to the vendor's share of the cost`,
    "pre-approval.amount": t`Lowered to what was agreed beforehand`,
    "amount.claimed": t`Lowered to what is claimed`,
    "balance.exceeded": t`Lowered to what the fund holds`,
    "cap.per-person": t`Lowered by the cap for one person`,
    "cap.max-persons": t`Lowered by the number of persons that count`,
  };
  return ({ rule, severity }) => {
    if (rule.startsWith("cap.") && severity === "blocks") return t`Refused: above the cap`;
    return names[rule] ?? (rule.startsWith("cap.") ? t`Lowered by the cap` : t`Lowered by a rule`);
  };
}
