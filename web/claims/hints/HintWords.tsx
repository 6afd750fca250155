import type { ClaimStatement, ProgramGuide } from "../../api/types.ts";
import { useCapWords } from "../../programs/guide/words/use-cap-words.ts";
import { useClaimWords } from "../../programs/guide/words/use-claim-words.ts";
import type { HintTopic } from "./hint-topic.ts";

/** Which statements of the guide help with which field. */
const CODES: Record<Exclude<HintTopic, "period">, readonly ClaimStatement["code"][]> = {
  date: ["execution-date"],
  amount: ["amount", "same-currency"],
  costs: ["cost-proof", "invoice-shows", "same-currency"],
  certification: ["certification", "certification-shows"],
  proof: ["one-activity", "proof-note"],
  note: ["proof-note"],
  results: ["results"],
  "pre-approval": ["pre-approval"],
};

interface HintWordsProps {
  guide: ProgramGuide;
  topic: Exclude<HintTopic, "period">;
  activityType: string;
}

/** The sentences of the guide about one field; for the amount also the caps of the activity. */
export function HintWords({ guide, topic, activityType }: HintWordsProps) {
  const say = useClaimWords();
  const cap = useCapWords();
  const statements = guide.aboutClaims.filter(({ code }) => CODES[topic].includes(code));
  const caps = topic === "amount" ? (guide.activities.find(({ code }) => code === activityType)?.caps ?? []) : [];
  return (
    <>
      {statements.map((statement) => {
        const { head, text } = say(statement);
        return (
          <section key={statement.code}>
            <h4>{head}</h4>
            <p>{text}</p>
          </section>
        );
      })}
      {caps.length > 0 && (
        <ul>
          {caps.map((each) => (
            <li key={JSON.stringify(each)}>{cap(each)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
