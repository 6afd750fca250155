import type { ExitCode } from "../operator-error.ts";

/** An option of a command, such as `--email ADDRESS`. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What stands after it; absent for a switch. */
  readonly value?: string;
  readonly required?: boolean;
  /** May be given more than once; its value is then always a list. */
  readonly many?: boolean;
  /** What a value must match; one that does not is refused with `help`. */
  readonly accepts?: RegExp;
  readonly help: string;
}

/** What a command was called with. */
export interface CommandCall {
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
  /** Writes one line for the person who called. */
  readonly say: (line: string) => void;
}

/** The value of an option that takes one; undefined when it was not given. */
export function valueOf(call: CommandCall, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The value of a required option: the command line has seen to it that it is there. */
export function requiredValueOf(call: CommandCall, name: string): string {
  const value = valueOf(call, name);
  if (value === undefined) throw new Error(`--${name} is not declared as required`);
  return value;
}

/** The values of an option that may be repeated. */
export function valuesOf(call: CommandCall, name: string): readonly string[] {
  const value = call.options[name];
  return typeof value === "object" ? value : [];
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
