import { Trans } from "@lingui/react/macro";
import type { ProofGuide } from "../../api/types.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { codeInWords } from "../programs-api.ts";
import { hasExamples, ProofExamples } from "./ProofExamples.tsx";
import { listed } from "./words/listed.ts";

/** One thing to prove: what it is, when it is asked, what else would do, and examples. */
export function ProofItem({ proof }: { proof: ProofGuide }) {
  const { condition } = proof;
  return (
    <li>
      <strong>{proof.description}</strong>
      {condition && (
        <p>
          <Condition condition={condition} />
        </p>
      )}
      {!proof.required && !condition && (
        <p>
          <Trans>Optional.</Trans>
        </p>
      )}
      {proof.alternatives.length > 0 && (
        <p>
          <Trans>One of these is enough: {listed(proof.alternatives.map(codeInWords), "disjunction")}.</Trans>
        </p>
      )}
      {proof.allowsLink && (
        <p>
          <Trans>A link will do.</Trans>
        </p>
      )}
      {hasExamples(proof) && <ProofExamples proof={proof} />}
    </li>
  );
}

/** When it is asked although it is not always. */
function Condition({ condition }: { condition: NonNullable<ProofGuide["condition"]> }) {
  switch (condition.kind) {
    case "line-of-expense-type":
      return (
        <Trans>
          Only when the claim holds cost of this kind: {listed(condition.expenseTypes.map(({ name }) => name))}.
        </Trans>
      );
    case "judged-by-reviewer":
      return <Trans>When the reviewer asks for it: {condition.text}.</Trans>;
    case "amount-above":
      return (
        <Trans>
          Only when more than <MoneyText value={condition.above} /> is claimed.
        </Trans>
      );
    case "in-house-cost":
      return <Trans>Only when in-house cost is certified.</Trans>;
    case "by-rule":
      return <Trans>When a rule of the program asks for it; the checklist of the claim tells.</Trans>;
  }
}
