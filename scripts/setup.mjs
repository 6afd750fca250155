// npm run setup: installs and builds, and starts nothing. For a machine on which something else starts the program, such as
// systemd, under a user who may not write here. `npm start` does the same by itself.
import { ensureWebBuilt } from "./lib/build-web.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { Refusal, runScript } from "./lib/project.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

await runScript(async () => {
  await ensureInstalled(say);
  const fault = await ensureWebBuilt(say);
  if (fault !== undefined) throw new Refusal(`The web could not be built:\n${fault.trim()}`);
  say("Installed and built.");
  return 0;
});
