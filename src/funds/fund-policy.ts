import { holds, permission } from "../identity/index.ts";
import { type Actor, ALLOWED, denied, notFound, type Permission, type Scope, sentence, word } from "../kernel/index.ts";

/** Whether the actor may look at funds at all, or at those of a program and location (rulebook 2.3). */
export function mayView(actor: Actor, pair?: Scope): Permission {
  return permission(actor, "fund.view", word("view co-op funds"), pair);
}

/** Whether the actor may correct what a fund holds: the vendor's finance (rulebook 5.8). */
export function mayAdjust(actor: Actor, pair: Scope): Permission {
  return permission(actor, "fund.adjust", word("adjust a fund"), pair);
}

/** Whether the actor may open a fund or book what was earned: the program itself, never a person. */
export function mayBookEarnings(actor: Actor): Permission {
  return actor.side === "system"
    ? ALLOWED
    : denied(
        "booked-by-the-program",
        sentence("What is earned is booked by the program itself. Post an adjustment to correct it."),
      );
}

/** Refuses what lies outside the actor's programs and locations as if it did not exist. */
export function assertInScope(actor: Actor, pair: Scope): void {
  if (!holds(actor, "program.view", pair)) throw notFound("fund");
}
