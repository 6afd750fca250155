import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconX } from "@tabler/icons-react";
import type { ProofGuide } from "../../api/types.ts";
import classes from "./Guide.module.css";
import { useProofWords } from "./words/use-proof-words.ts";

type Examples = Pick<ProofGuide, "good" | "bad" | "ownGood" | "ownBad">;

/** True where the program says what good or bad proof of it is. */
export function hasExamples({ good, bad, ownGood, ownBad }: Examples): boolean {
  return good.length + bad.length + ownGood.length + ownBad.length > 0;
}

/** What helps as proof of one thing, and what does not, as the program says it: in its own words first. */
export function ProofExamples({ proof }: { proof: Examples }) {
  const { t } = useLingui();
  const words = useProofWords();
  const good = [...proof.ownGood, ...proof.good.map(words.good)];
  const bad = [...proof.ownBad, ...proof.bad.map(words.bad)];
  if (!hasExamples(proof)) {
    return (
      <p>
        <Trans>The program gives no examples of it.</Trans>
      </p>
    );
  }
  return (
    <div className={classes.examples}>
      {good.length > 0 && (
        <>
          <p>
            <Trans>Good proof:</Trans>
          </p>
          <ul data-kind="good" aria-label={t`Good proof`}>
            {good.map((said) => (
              <li key={said}>
                <IconCheck size={15} aria-hidden />
                {said}
              </li>
            ))}
          </ul>
        </>
      )}
      {bad.length > 0 && (
        <>
          <p>
            <Trans>Not enough:</Trans>
          </p>
          <ul data-kind="bad" aria-label={t`Not enough as proof`}>
            {bad.map((said) => (
              <li key={said}>
                <IconX size={15} aria-hidden />
                {said}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
