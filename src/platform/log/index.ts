import { type Logger, pino } from "pino";

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

/** Makes the log. `level` is one of pino's (`info`, `warn`, `silent`, ...). */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: "[hidden]" },
  });
}
