import {
  backupCommand,
  type Command,
  checkCommand,
  diffProgramCommand,
  importProgramCommand,
  type LoadProgram,
  locationCommand,
  migrateCommand,
  restoreCommand,
  runCommandLine,
  seedCommand,
  serveCommand,
  userCommand,
  validateProgramCommand,
  workCommand,
} from "./platform/command-line/index.ts";

/** Of a command that waits for something that never comes: it must not look like success. */
const NEVER_ENDED = 13;

const load: LoadProgram = async () => (await import("./app.ts")).program;

const commands: readonly Command[] = [
  serveCommand(load),
  workCommand(load),
  migrateCommand,
  seedCommand(load),
  checkCommand(load),
  backupCommand(load),
  restoreCommand(load),
  userCommand(load),
  locationCommand(load),
  validateProgramCommand(load),
  importProgramCommand(load),
  diffProgramCommand(load),
];

// Explicitly, because a library's forgotten timer must not keep a finished command alive. Not awaited: what is loaded later, such as
// the program itself, could not begin before this module has ended.
process.exitCode = NEVER_ENDED;
void runCommandLine(commands, process.argv.slice(2)).then((code) => process.exit(code));
