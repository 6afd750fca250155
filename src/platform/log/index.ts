import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, type Logger, pino } from "pino";

/** The structured log: one JSON line a message on standard output. */
export type Log = Logger;

/** Never written, wherever they stand in a logged object: credentials, cookies, bank data. */
const SECRET_PATHS = [
  "req.headers.cookie",
  "req.headers.authorization",
  "*.password",
  "*.secret",
  "*.token",
  "*.iban",
  "*.accountNumber",
];

/** What each line says that is written while something is done: the request, or the job. */
const doing = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Does something; every line that is logged meanwhile, by whomever, carries these fields. */
export function logWith<T>(fields: Readonly<Record<string, string>>, work: () => T): T {
  return doing.run(fields, work);
}

/**
 * Makes the log. `level` is one of pino's (`info`, `warn`, `silent`, ...).
 * @param destination where the lines go, standard output unless said.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: "[hidden]" },
    // A request's own logger carries its id already, and a field that stands twice in a line is no JSON to some.
    mixin: (_line: object, _level: number, logger: Logger): object => (logger === log ? { ...doing.getStore() } : {}),
  };
  const log: Log = destination === undefined ? pino(options) : pino(options, destination);
  return log;
}
