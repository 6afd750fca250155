import { parseArgs } from "node:util";
import { DomainError } from "../../kernel/index.ts";
import { type ExitCode, exitCodes, OperatorError } from "../operator-error.ts";
import type { Command, CommandCall } from "./command.ts";
import { findingLines } from "./finding-lines.ts";
import { overview, usageOf } from "./help.ts";

/** Where a command writes: results to `out`, refusals to `err`. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const console_: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/**
 * Runs the command that the arguments name and gives the exit code of the process. Never throws: a refusal meant for the
 * operator is printed as it is, anything else with its stack, because then the program itself is at fault.
 */
export async function runCommandLine(
  commands: readonly Command[],
  args: readonly string[],
  output: Output = console_,
): Promise<ExitCode> {
  const first = args[0];
  if (first === undefined || first === "help" || first === "--help" || first === "-h") {
    (first === undefined ? output.err : output.out)(overview(commands));
    return first === undefined ? exitCodes.usage : exitCodes.ok;
  }
  const command = findCommand(commands, args);
  if (command === undefined) {
    output.err(`There is no command "${first}".\n\n${overview(commands)}`);
    return exitCodes.usage;
  }
  const rest = args.slice(command.name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) {
    output.out(usageOf(command));
    return exitCodes.ok;
  }
  try {
    return await command.run(readCall(command, rest, output));
  } catch (error) {
    if (error instanceof DomainError) {
      for (const line of describeRefusal(error)) output.err(line);
      return exitCodes.failed;
    }
    output.err(error instanceof OperatorError ? error.message : describeFault(error));
    return error instanceof OperatorError ? error.exitCode : exitCodes.failed;
  }
}

function findCommand(commands: readonly Command[], args: readonly string[]): Command | undefined {
  return commands.find((command) => command.name.split(" ").every((word, index) => args[index] === word));
}

function readCall(command: Command, args: readonly string[], output: Output): CommandCall {
  const declared = command.options ?? [];
  const wanted = command.positionals ?? [];
  const { values, positionals } = parse(command, args);
  const missing = declared.filter((option) => option.required === true && values[option.name] === undefined);
  if (missing.length > 0) {
    throw misuse(command, `Missing: ${missing.map((option) => `--${option.name}`).join(", ")}.`);
  }
  if (positionals.length < wanted.length)
    throw misuse(command, `Missing: ${wanted.slice(positionals.length).join(", ")}.`);
  if (positionals.length > wanted.length)
    throw misuse(command, `Not understood: ${positionals.slice(wanted.length).join(" ")}.`);
  refuseWrongValues(command, values);
  return { options: values, positionals, say: output.out };
}

function refuseWrongValues(command: Command, values: CommandCall["options"]): void {
  for (const { name, accepts, help } of command.options ?? []) {
    const value = values[name];
    const given = typeof value === "string" ? [value] : typeof value === "object" ? value : [];
    const wrong = given.find((text) => accepts?.test(text) === false);
    if (wrong !== undefined) throw misuse(command, `--${name}: found ${JSON.stringify(wrong)}, expected ${help}.`);
  }
}

function parse(command: Command, args: readonly string[]) {
  const declared = (command.options ?? []).map((option) => {
    const type: "boolean" | "string" = option.value === undefined ? "boolean" : "string";
    return [option.name, { type, multiple: option.many === true }] as const;
  });
  const options = Object.fromEntries(declared);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return {
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textsIn(value)])),
      positionals,
    };
  } catch (error) {
    throw misuse(command, error instanceof Error ? error.message : String(error));
  }
}

/** Only options with a value are repeated, so a list holds texts; the types of the parser do not know that. */
function textsIn(value: string | boolean | (string | boolean)[] | undefined): CommandCall["options"][string] {
  return Array.isArray(value) ? value.map(String) : value;
}

function misuse(command: Command, why: string): OperatorError {
  return new OperatorError(`${why}\n\n${usageOf(command)}`, { exitCode: exitCodes.usage });
}

/** What the domain refuses, for people: the reason, then the findings behind it. */
function describeRefusal({ message, findings }: DomainError): string[] {
  return [message, ...(findings === undefined ? [] : findingLines(findings))];
}

function describeFault(error: unknown): string {
  return `The program failed, which it should not have:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
