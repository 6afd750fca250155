import { Trans } from "@lingui/react/macro";
import type { ProgramGuide } from "../../api/types.ts";
import { ProofExamples } from "../../programs/guide/ProofExamples.tsx";
import { useClaimWords } from "../../programs/guide/words/use-claim-words.ts";

/** What helps as proof for one slot, and what does not. A slot that the catalogue does not name takes what fits nowhere else. */
export function SlotHint({ guide, code }: { guide: ProgramGuide; code: string }) {
  const say = useClaimWords();
  const proof = guide.activities.flatMap((activity) => activity.proof).find((each) => each.code === code);
  const note = guide.aboutClaims.find((statement) => statement.code === "proof-note");
  return (
    <>
      {proof ? (
        <ProofExamples proof={proof} />
      ) : (
        <p>
          <Trans>
            Whatever helps to understand the claim and fits nowhere above: an order, a letter, an explanation. It is
            never needed.
          </Trans>
        </p>
      )}
      {note && (
        <section>
          <h4>{say(note).head}</h4>
          <p>{say(note).text}</p>
        </section>
      )}
    </>
  );
}
