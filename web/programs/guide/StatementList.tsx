import classes from "./Guide.module.css";
import type { Said } from "./words/said.ts";

/** Statements of the guide: a short head, and the sentence beside it. */
export function StatementList({ statements }: { statements: readonly Said[] }) {
  return (
    <dl className={classes.statements}>
      {statements.map(({ head, text }) => (
        <div key={`${head}/${text}`}>
          <dt>{head}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
