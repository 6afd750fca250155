import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { GENERATED, generateInto } from "./generate.ts";

const root = resolve(import.meta.dirname, "..");

/** Files that are not what they would be made to now. */
async function drifted(): Promise<string[]> {
  const target = mkdtempSync(join(tmpdir(), "fundproof-generated-"));
  try {
    for (const file of Object.values(GENERATED)) mkdirSync(dirname(join(target, file)), { recursive: true });
    await generateInto(target);
    const read = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");
    return Object.values(GENERATED).filter((file) => read(root, file) !== read(target, file));
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/** Without a sentence in its catalogue, people would read a code in place of a word. */
function catalogueFaults(): string[] {
  const checks = [["sync"], ["missing", "--mode", "catalog"]];
  return checks.flatMap((words) => {
    const lingui = join(root, "node_modules/@lingui/cli/dist/lingui.js");
    const done = spawnSync(process.execPath, [lingui, "check", ...words], { cwd: root, encoding: "utf8" });
    return done.status === 0 ? [] : [`${done.stdout}${done.stderr}`.trim()];
  });
}

const files = await drifted();
if (files.length > 0) console.error(`Not what they are generated from: ${files.join(", ")}. Run: npm run generate`);
const faults = catalogueFaults();
if (faults.length > 0)
  console.error(`${faults.join("\n")}\nSentences of the web and their catalogues differ. Run: npm run i18n`);
if (files.length + faults.length > 0) process.exitCode = 1;
