import { holds } from "../identity/index.ts";
import { type Actor, ALLOWED, denied, type Permission, sentence } from "../kernel/index.ts";

/** Who may write editions of a program: its program managers (rulebook 2.3), and the program itself when it seeds. */
export function mayMaintain(actor: Actor, programId?: string): Permission {
  return holds(actor, "program.maintain", programId === undefined ? {} : { programId })
    ? ALLOWED
    : denied("not-program-manager", sentence("Only a program manager of this program may change its rules."));
}
