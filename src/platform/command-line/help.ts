import { exitCodes } from "../operator-error.ts";
import type { Command } from "./command.ts";

const exits = `Exit codes: ${exitCodes.ok} done, ${exitCodes.failed} failed or found something, ${exitCodes.usage} called wrongly, ${exitCodes.configuration} wrong configuration.`;

/** The list of all commands. */
export function overview(commands: readonly Command[]): string {
  return [
    "Usage: fundproof <command> [options]      (npm run fundproof -- <command> [options])",
    "",
    "Commands:",
    ...columns(commands.map((command) => [command.name, command.summary])),
    "",
    "fundproof <command> --help tells more. Settings are environment variables, see docs/operations.md.",
    exits,
  ].join("\n");
}

/** How to call one command. */
export function usageOf(command: Command): string {
  const options = command.options ?? [];
  const parts = [...(command.positionals ?? []), ...options.map(formOf)];
  return [
    `Usage: fundproof ${[command.name, ...parts].join(" ")}`,
    "",
    command.summary,
    ...(command.help === undefined ? [] : ["", command.help]),
    ...(options.length === 0
      ? []
      : ["", "Options:", ...columns(options.map((option) => [signOf(option), option.help]))]),
    "",
    exits,
  ].join("\n");
}

type Option = NonNullable<Command["options"]>[number];

function signOf(option: Option): string {
  return option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
}

function formOf(option: Option): string {
  const sign = option.many === true ? `${signOf(option)} ...` : signOf(option);
  return option.required === true ? sign : `[${sign}]`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
