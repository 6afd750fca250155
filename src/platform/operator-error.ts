/**
 * What a process answers to the shell that started it.
 * `failed`: it was asked rightly and could not do it; `usage`: it was called wrongly; `configuration`: a variable is wrong.
 */
export const exitCodes = { ok: 0, failed: 1, usage: 2, configuration: 3 } as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * A refusal for the person who operates the program: a wrong setting, an unreachable database, a folder without rights.
 * Its message says what was found and what to do, and is printed without a stack trace, because a stack would bury it.
 */
export class OperatorError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, options: { exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "OperatorError";
    this.exitCode = options.exitCode ?? exitCodes.failed;
  }
}
