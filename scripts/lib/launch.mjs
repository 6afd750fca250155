import { spawn } from "node:child_process";
import { programFile } from "./build-server.mjs";
import { nodePath, programEnvironment, root } from "./project.mjs";

const parentPollMs = 250;

/**
 * Runs the program under the project's Node until it ends. The child gets a process group of its own, so that Ctrl-C
 * reaches it once, through us, and not a second time from the terminal; and a channel to us, by whose end it notices
 * that we were killed.
 *
 * @returns {Promise<number>} the child's exit code.
 */
export function launchMain(args) {
  const child = spawn(nodePath(), [programFile(), ...args], {
    cwd: root,
    env: programEnvironment(),
    detached: process.platform !== "win32",
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  let passedOn = false;
  const passOn = (signal) => {
    if (passedOn) return;
    passedOn = true;
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => passOn(signal));
  const watch = watchParent(() => passOn("SIGTERM"));
  return new Promise((done) => {
    child.on("error", (error) => {
      process.stderr.write(`The program could not be started: ${error.message}\n`);
      done(1);
    });
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      if (signal !== null) process.stderr.write(`The program was ended by ${signal}.\n`);
      done(code ?? 1);
    });
  });
}

/** When npm itself is killed it cannot pass anything on: a new parent tells us that ours has gone. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, parentPollMs);
}
