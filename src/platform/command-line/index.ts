export type {
  Application,
  ApplicationDependencies,
  Closable,
  DemoAccount,
  LoadProgram,
  LocationRequest,
  NamedOrganisation,
  OperatorCommands,
  Program,
  UserRequest,
} from "./application.ts";
export type { Command, CommandCall, CommandOption } from "./command.ts";
export { checkCommand, migrateCommand, seedCommand } from "./maintenance.ts";
export { locationCommand, userCommand } from "./people.ts";
export { importProgramCommand, validateProgramCommand } from "./program-documents.ts";
export { runCommandLine } from "./run-command-line.ts";
export { serveCommand, workCommand } from "./serve.ts";
