import type { Actor } from "./actor.ts";
import { DomainError } from "./domain-error.ts";

/**
 * What the caller says it has seen: a version, `*` for any, or nothing. From the If-Match header. `missing` is nothing where
 * something is asked for: it is refused at the place of the check, after scope, right and state.
 */
export type SeenVersion = number | "*" | "missing" | undefined;

/** Who commands, when, and which version he has seen. */
export interface Command {
  readonly actor: Actor;
  readonly now: Date;
  readonly seen?: SeenVersion;
}

/**
 * Refuses with `stale` when the caller decided on another version than the one that is locked now, and with
 * `precondition-required` when it had to name one and did not.
 */
export function checkVersion(seen: SeenVersion, version: number): void {
  if (seen === undefined || seen === "*" || seen === version) return;
  if (seen === "missing") {
    throw new DomainError({
      code: "if-match-missing",
      kind: "precondition-required",
      message: "Send If-Match with the ETag you have seen, or * to overwrite whatever is there.",
    });
  }
  throw new DomainError({
    code: "stale-version",
    kind: "stale",
    message: "Somebody changed this since you opened it. Look at the newer version, then repeat your change.",
    details: { seen, version },
  });
}
