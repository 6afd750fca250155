// npm run fundproof -- <command>: the command line, under the Node that comes with the dependencies.
import { ensureInstalled } from "./lib/install.mjs";
import { launchMain } from "./lib/launch.mjs";
import { runScript } from "./lib/project.mjs";

await runScript(async () => {
  await ensureInstalled((line) => process.stderr.write(`${line}\n`));
  return launchMain(process.argv.slice(2));
});
