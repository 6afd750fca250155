// npm run setup: installs and builds, and starts nothing. For a machine on which something else starts the program, such as
// systemd, under a user who may not write here. `npm start` does the same by itself.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { runScript } from "./lib/project.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

await runScript(async () => {
  await ensureInstalled(say);
  await ensureBuilt(say);
  say("Installed and built.");
  return 0;
});
