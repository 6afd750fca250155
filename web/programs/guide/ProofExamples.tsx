import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconX } from "@tabler/icons-react";
import type { ProofGuide } from "../../api/types.ts";
import classes from "./Guide.module.css";
import { useProofWords } from "./words/use-proof-words.ts";

/** What helps as proof of one thing, and what does not. */
export function ProofExamples({ proof }: { proof: Pick<ProofGuide, "good" | "bad"> }) {
  const { t } = useLingui();
  const words = useProofWords();
  return (
    <div className={classes.examples}>
      <p>
        <Trans>Good proof:</Trans>
      </p>
      <ul data-kind="good" aria-label={t`Good proof`}>
        {proof.good.map((code) => (
          <li key={code}>
            <IconCheck size={15} aria-hidden />
            {words.good(code)}
          </li>
        ))}
      </ul>
      <p>
        <Trans>Not enough:</Trans>
      </p>
      <ul data-kind="bad" aria-label={t`Not enough as proof`}>
        {proof.bad.map((code) => (
          <li key={code}>
            <IconX size={15} aria-hidden />
            {words.bad(code)}
          </li>
        ))}
      </ul>
    </div>
  );
}
