// npm test: everything that must hold, from a fresh clone. Goes on after a fault, so that one run shows them all.
//   npm test -- --only unit,db     runs some of the stages
import { ensureInstalled } from "./lib/install.mjs";
import { Refusal, runScript } from "./lib/project.mjs";
import { stages } from "./lib/stages.mjs";

const say = (line) => process.stdout.write(`${line}\n`);

await runScript(async () => {
  const chosen = choose(process.argv.slice(2));
  await ensureInstalled(say);
  const total = { passed: 0, failed: 0 };
  for (const stage of chosen) {
    const started = performance.now();
    const { passed, failed, details } = await stage.run({ say });
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    const count = passed + failed > 1 ? `  ${passed} of ${passed + failed}` : "";
    say(`${failed === 0 ? "ok    " : "FAILED"}  ${stage.name.padEnd(12)} ${seconds} s${count}`);
    if (failed > 0) say(indent(details));
  }
  say("");
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

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
