import type { Actor } from "./actor.ts";
import { DomainError } from "./domain-error.ts";

/** What the caller says it has seen: a version, `*` for any, or nothing. From the If-Match header. */
export type SeenVersion = number | "*" | undefined;

/** Who commands, when, and which version he has seen. */
export interface Command {
  readonly actor: Actor;
  readonly now: Date;
  readonly seen?: SeenVersion;
}

/** Refuses with `stale` when the caller decided on another version than the one that is locked now. */
export function checkVersion(seen: SeenVersion, version: number): void {
  if (seen === undefined || seen === "*" || seen === version) return;
  throw new DomainError({
    code: "stale-version",
    kind: "stale",
    message: "Somebody changed this since you opened it. Look at the newer version, then repeat your change.",
    details: { seen, version },
  });
}
