// npm run kill-trials [-- --submissions 1000 --kills 3 --folder DIR]: the trials at full size, on a real disk. Takes a while.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runTrial, type TrialPlan } from "./trial.ts";
import type { Victim } from "./victims.ts";

const { values } = parseArgs({
  options: {
    submissions: { type: "string", default: "1000" },
    kills: { type: "string", default: "3" },
    "in-flight": { type: "string", default: "8" },
    victims: { type: "string", default: "application,database,both,nobody" },
    folder: { type: "string", default: tmpdir() },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = false;
for (const victim of values.victims.split(",") as Victim[]) {
  mkdirSync(values.folder, { recursive: true });
  const home = mkdtempSync(join(values.folder, "fundproof-trial-"));
  chmodSync(home, 0o755);
  const plan: TrialPlan = {
    home,
    submissions: Number(values.submissions),
    inFlight: Number(values["in-flight"]),
    victim,
    kills: victim === "nobody" ? 0 : Number(values.kills),
    backup: victim === "nobody",
    untilJobsDone: true,
    say,
  };
  const report = await runTrial(plan);
  say(JSON.stringify({ victim, kills: plan.kills, ...report }));
  const { acknowledged, sentAgain, seconds, check, restore, ...faults } = report;
  const isGood =
    acknowledged === plan.submissions &&
    Object.values(faults).every((count) => count === 0) &&
    check === 0 &&
    (restore ?? 0) === 0;
  say(
    isGood
      ? `ok      ${victim}: ${acknowledged} submissions in ${seconds.toFixed(1)} s, ${sentAgain} sent again`
      : `FAILED  ${victim}`,
  );
  failed ||= !isGood;
  if (isGood) rmSync(home, { recursive: true, force: true });
  else say(`Its data are left in ${home}`);
}
process.exit(failed ? 1 : 0);
