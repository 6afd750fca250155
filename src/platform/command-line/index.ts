export type {
  Application,
  ApplicationDependencies,
  CheckRequest,
  Closable,
  DemoAccount,
  LoadProgram,
  LocationRequest,
  NamedOrganisation,
  OperatorCommands,
  Program,
  UserRequest,
} from "./application.ts";
export { backupCommand } from "./backup.ts";
export { checkCommand } from "./check.ts";
export type { Command, CommandCall, CommandOption } from "./command.ts";
export { migrateCommand, seedCommand } from "./maintenance.ts";
export { locationCommand, userCommand } from "./people.ts";
export { diffProgramCommand, importProgramCommand, validateProgramCommand } from "./program-documents.ts";
export { restoreCommand } from "./restore.ts";
export { runCommandLine } from "./run-command-line.ts";
export { serveCommand, workCommand } from "./serve.ts";
