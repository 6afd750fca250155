import { DomainError, sentence } from "../kernel/index.ts";
import { type JudgedGroup, unmetOf } from "../programs/index.ts";

/** Refuses a location that does not meet the requirements, or of which it cannot be told, and names what is missing. */
export function assertEligible(judged: JudgedGroup | undefined): void {
  if (!judged || judged.state === "met") return;
  const unmet = unmetOf(judged);
  throw new DomainError({
    code: "not-eligible",
    kind: "conflict",
    message: sentence("This location does not meet the requirements: {list}.", {
      list: unmet.map(({ name }) => name).join("; "),
    }),
    details: { unmet: unmet.map(({ code, name }) => ({ code, name })) },
  });
}
