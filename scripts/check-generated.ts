import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { GENERATED, generateInto } from "./generate.ts";

const root = resolve(import.meta.dirname, "..");
const target = mkdtempSync(join(tmpdir(), "fundproof-generated-"));
try {
  for (const file of Object.values(GENERATED)) mkdirSync(dirname(join(target, file)), { recursive: true });
  await generateInto(target);
  const drifted = Object.values(GENERATED).filter(
    (file) => readFileSync(join(root, file), "utf8") !== readFileSync(join(target, file), "utf8"),
  );
  if (drifted.length > 0) {
    console.error(`Generated files are not what they should be: ${drifted.join(", ")}. Run: npm run generate`);
    process.exitCode = 1;
  }
} finally {
  rmSync(target, { recursive: true, force: true });
}
