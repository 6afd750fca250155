import { exitCodes, OperatorError } from "../operator-error.ts";
import { expectations, secretVariables, type Variable } from "./environment.ts";

/** One wrong variable: its name, what was found (a description where the value is secret), what is expected. */
export interface ConfigFault {
  readonly variable: Variable;
  readonly found: string;
  readonly expected: string;
}

/** The start is refused because of wrong configuration. Carries every fault, so that one correction is enough. */
export class ConfigError extends OperatorError {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(
      [
        faults.length === 1 ? "The configuration is wrong in one place:" : "The configuration is wrong:",
        ...faults.flatMap((fault) => [
          `  ${fault.variable}`,
          `    found:    ${fault.found}`,
          `    expected: ${fault.expected}`,
        ]),
      ].join("\n"),
      { exitCode: exitCodes.configuration },
    );
    this.name = "ConfigError";
    this.faults = faults;
  }
}

/** Describes what stands in a variable without ever showing a secret. */
export function describeFound(variable: Variable, value: string | undefined): string {
  if (value === undefined || value === "") return "nothing";
  if (!secretVariables.has(variable)) return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}...` : value);
  const length = `${value.length} character${value.length === 1 ? "" : "s"} (not shown)`;
  const protocol = variable === "SESSION_SECRET" ? null : /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(value);
  return protocol === null ? length : `an address that starts with ${protocol[1]}://, ${length}`;
}

/** The fault of one variable, in the words of the table of expectations. */
export function faultOf(variable: Variable, value: string | undefined, expected?: string): ConfigFault {
  return { variable, found: describeFound(variable, value), expected: expected ?? expectations[variable] };
}
