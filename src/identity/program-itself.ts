import { type Actor, DomainError } from "../kernel/index.ts";

/** Credentials are reached by the program itself only: row-level security would refuse anybody else with worse words. */
export function refuseUnlessProgram(actor: Actor, doing: string): void {
  if (actor.side === "system") return;
  throw new DomainError({
    code: "only-command-line",
    kind: "forbidden",
    message: `Only the operator can ${doing}, on the command line (fundproof user create).`,
  });
}
