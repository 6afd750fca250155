// npm test: everything that must hold, from a fresh clone. Goes on after a fault, so that one run shows them all.
//   npm test -- --only unit,db     runs some of the stages
import { ensureInstalled } from "./lib/install.mjs";
import { Refusal, runScript } from "./lib/project.mjs";
import { stages } from "./lib/stages.mjs";

const say = (line) => process.stdout.write(`${line}\n`);
/** What a later stage needs of an earlier one. */
const context = { say };

await runScript(async () => {
  const chosen = choose(process.argv.slice(2));
  await ensureInstalled(say);
  const total = { passed: 0, failed: 0 };
  const tell = (stage, { passed, failed, details, seconds }) => {
    total.passed += passed;
    total.failed += failed;
    const count = passed + failed > 1 ? `  ${passed} of ${passed + failed}` : "";
    say(`${failed === 0 ? "ok    " : "FAILED"}  ${stage.name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${count}`);
    if (failed > 0) say(indent(details));
  };
  await runStages(chosen, tell);
  say("");
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * Checks run two at a time, since most of them keep one core busy; then the stages that use all cores by themselves, each alone.
 * What came of them is told in the order of the list.
 */
async function runStages(chosen, tell) {
  const checks = chosen.filter((stage) => stage.isCheck);
  const inTurn = places(2);
  const results = checks.map((stage) => inTurn(() => timed(stage)));
  for (const [index, stage] of checks.entries()) tell(stage, await results[index]);
  for (const stage of chosen.filter((other) => !other.isCheck)) tell(stage, await timed(stage));
}

/** Lets so many works run at once; the others wait in their order. */
function places(free) {
  const waiting = [];
  return async (work) => {
    if (free === 0) await new Promise((called) => waiting.push(called));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

async function timed(stage) {
  const started = performance.now();
  const result = await stage.run(context);
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

function choose(args) {
  if (args.length === 0) return stages;
  const names = stages.map((stage) => stage.name);
  const wanted = (args[0] === "--only" ? args.slice(1) : []).flatMap((word) => word.split(","));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Refusal(`Usage: npm test -- [--only STAGE,...]\nStages: ${names.join(", ")}`);
  }
  return stages.filter((stage) => wanted.includes(stage.name));
}

/** The beginning and the end tell most; what lies between would bury the other stages. */
function indent(text) {
  const lines = text.trim().split("\n");
  const most = 160;
  const shown =
    lines.length <= most
      ? lines
      : [...lines.slice(0, most / 2), `... ${lines.length - most} lines ...`, ...lines.slice(-most / 2)];
  return shown.map((line) => `    ${line}`).join("\n");
}
