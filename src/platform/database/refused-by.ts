import { DatabaseError } from "pg";

/** SQLSTATE codes that the program reacts to. */
const DISK_FULL = "53100";
/** The server goes, or is not there yet: a network code of Node, or a SQLSTATE of the classes 08 and 57P. */
const AWAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|57P\w{2})$/;
const RETRYABLE = new Set(["40001", "40P01"]);

/** True when the database refused a write by the named constraint. */
export function refusedBy(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.constraint === constraint;
}

/** True when the database could not read a value as the type it was to have (SQLSTATE class 22). */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DatabaseError && error.code?.startsWith("22") === true;
}

/** True when there is no room left: for the database, for the files, or by a quota. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === DISK_FULL || error.code === "ENOSPC" || error.code === "EDQUOT";
}

/** True when the transaction lost a race (deadlock, serialisation) and may simply be run again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof DatabaseError && error.code !== undefined && RETRYABLE.has(error.code);
}

/** True when the database did not answer, so that nothing was done and the request may be repeated a little later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return AWAY.test(code) || /^(Connection terminated|Client has encountered a connection error)/.test(error.message);
}
