import type { ExitCode } from "../operator-error.ts";

/** An option of a command, such as `--email ADDRESS`. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What stands after it; absent for a switch. */
  readonly value?: string;
  readonly required?: boolean;
  readonly help: string;
}

/** What a command was called with. */
export interface CommandCall {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  /** Writes one line for the person who called. */
  readonly say: (line: string) => void;
}

/** One command of `fundproof`. */
export interface Command {
  /** One or two words: `serve`, `user create`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Paragraphs for `--help`, after the usage. */
  readonly help?: string;
  readonly options?: readonly CommandOption[];
  /** Names of what must stand after the command, such as FILE. */
  readonly positionals?: readonly string[];
  readonly run: (call: CommandCall) => Promise<ExitCode>;
}
