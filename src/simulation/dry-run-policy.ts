import { type Ability, type Actor, ALLOWED, all, denied, type Permission, sentence } from "../kernel/index.ts";
import { mayMaintain } from "../programs/index.ts";
import { type DryRun, isUnderWay } from "./dry-run.ts";

/** Who may try an edition on past claims and read what came of it: who may write and publish it. */
export function mayDryRun(actor: Actor, programId: string): Permission {
  return mayMaintain(actor, programId);
}

/** What the actor may do with a run now, and why not. */
export function dryRunAbilities(actor: Actor, run: DryRun): Record<string, Ability> {
  const underWay = isUnderWay(run)
    ? ALLOWED
    : denied("wrong-status", sentence("This dry run has ended; start another one if you need it."));
  return { cancel: all(mayDryRun(actor, run.programId), underWay) };
}
