import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDataFolder } from "../data-folder.ts";
import { OperatorError } from "../operator-error.ts";

/**
 * The secret that signs sessions outside production: made once and kept in `DATA_DIR/session-secret`, readable by its
 * owner only, so that people stay signed in over a restart. Two processes that start at once agree on one.
 *
 * @throws OperatorError when the folder cannot be written.
 */
export function keepSessionSecret(dataDir: string): string {
  const path = join(dataDir, "session-secret");
  makeDataFolder(dataDir);
  try {
    return readSecret(path) ?? createSecret(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `The session secret cannot be kept in ${path}: ${why}\nGive SESSION_SECRET, or a DATA_DIR that this user may write.`,
      { cause: error },
    );
  }
}

function readSecret(path: string): string | undefined {
  try {
    const secret = readFileSync(path, "utf8").trim();
    return secret.length >= 32 ? secret : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function createSecret(path: string): string {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and fails when another process was first.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    // A cut-off file of a crashed start is replaced; a good one of another process is used as it is.
    if (readSecret(path) === undefined) writeFileSync(path, readFileSync(draft), { mode: 0o600 });
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readSecret(path);
  if (secret === undefined) throw new Error("the file was not written");
  return secret;
}
