import { DatabaseError } from "pg";

/** SQLSTATE codes that the program reacts to. */
const UNIQUE_VIOLATION = "23505";
const RETRYABLE = new Set(["40001", "40P01"]);

/** True when the database refused a write by the named constraint. */
export function refusedBy(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.constraint === constraint;
}

/** True when the database refused a write because a unique constraint already holds such a row. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === UNIQUE_VIOLATION;
}

/** True when the database could not read a value as the type it was to have (SQLSTATE class 22). */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DatabaseError && error.code?.startsWith("22") === true;
}

/** True when the transaction lost a race (deadlock, serialisation) and may simply be run again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof DatabaseError && error.code !== undefined && RETRYABLE.has(error.code);
}
