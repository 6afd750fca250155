import { OperatorError } from "../operator-error.ts";

/** Something stands already where a backup was to go. It is never overwritten, nor taken away. */
export class NotEmptyError extends OperatorError {}
