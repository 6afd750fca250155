// npm start: everything from a fresh clone to a running program. Runs on the machine's Node (20 or newer), without
// dependencies; the program itself runs on the Node that comes with them.
import { ensureWebBuilt } from "./lib/build-web.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { launchMain } from "./lib/launch.mjs";
import { Refusal, runScript } from "./lib/project.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

await runScript(async () => {
  await ensureInstalled(say);
  const fault = await ensureWebBuilt(say);
  if (fault !== undefined)
    throw new Refusal(`The web could not be built:\n${fault.trim().split("\n").slice(0, 40).join("\n")}`);
  return launchMain(["serve", ...process.argv.slice(2)]);
});
