export type {
  Application,
  ApplicationDependencies,
  Closable,
  DemoAccount,
  LoadProgram,
  Program,
} from "./application.ts";
export type { Command, CommandCall, CommandOption } from "./command.ts";
export { checkCommand, migrateCommand, seedCommand } from "./maintenance.ts";
export { runCommandLine } from "./run-command-line.ts";
export { serveCommand, workCommand } from "./serve.ts";
