// npm start: everything from a fresh clone to a running program. Runs on the machine's Node (20 or newer), without
// dependencies; the program itself runs on the Node that comes with them.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { launchMain } from "./lib/launch.mjs";
import { runScript } from "./lib/project.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

await runScript(async () => {
  await ensureInstalled(say);
  await ensureBuilt(say);
  return launchMain(["serve", ...process.argv.slice(2)]);
});
