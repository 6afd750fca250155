import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { OperatorError } from "./operator-error.ts";

/**
 * Makes the data folder, and those above it that are missing. What root makes can be passed by everybody, whatever the
 * umask, because the embedded database runs as another user; what is inside keeps its own, narrower rights.
 *
 * @throws OperatorError when the path is not a folder or may not be made.
 */
export function makeDataFolder(path: string): void {
  try {
    makeMissing(path);
    if (!statSync(path).isDirectory()) throw new Error("it is a file, not a folder");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `The data folder ${path} cannot be used: ${why}\nName a folder that this user may write: DATA_DIR.`,
      {
        cause: error,
      },
    );
  }
}

function makeMissing(path: string): void {
  if (existsSync(path)) return;
  makeMissing(dirname(path));
  try {
    mkdirSync(path, { mode: 0o755 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
    throw error;
  }
  if (process.getuid?.() === 0) chmodSync(path, 0o755);
}
