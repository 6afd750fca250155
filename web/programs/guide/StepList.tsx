import type { StepStatement } from "../../api/types.ts";
import classes from "./Guide.module.css";
import { useStepWords } from "./words/use-step-words.ts";

/** What happens at each step, in the order in which it happens. */
export function StepList({ steps }: { steps: readonly StepStatement[] }) {
  const say = useStepWords();
  return (
    <ol className={classes.steps}>
      {steps.map((step) => {
        const { head, text } = say(step);
        return (
          <li key={step.code} data-step={step.code}>
            <h3>{head}</h3>
            <p>{text}</p>
          </li>
        );
      })}
    </ol>
  );
}
