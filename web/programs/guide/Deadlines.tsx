import { Trans } from "@lingui/react/macro";
import type { GuideDeadline } from "../../api/types.ts";
import { DateText } from "../../ui/DateText.tsx";
import classes from "./Guide.module.css";
import { useDeadlineWords } from "./words/use-date-words.ts";

/** Days that come next, each with what happens on it. */
export function Deadlines({ deadlines }: { deadlines: readonly GuideDeadline[] }) {
  const say = useDeadlineWords();
  if (deadlines.length === 0) return <Trans>No day of these windows is still to come.</Trans>;
  return (
    <ul className={classes.deadlines}>
      {deadlines.map((deadline) => (
        <li key={`${deadline.code}/${deadline.on}`}>
          <DateText day={deadline.on} deadline />
          <span>{say(deadline)}</span>
        </li>
      ))}
    </ul>
  );
}
