/**
 * A value, or what makes it when it is its turn. A body is read last (docs/api.md, order of checks): a command that is passed
 * a function calls it only after existence and version have been checked.
 */
export type WhenAsked<T extends object> = T | (() => T);

/** The value itself. */
export function ask<T extends object>(given: WhenAsked<T>): T {
  return typeof given === "function" ? given() : given;
}
