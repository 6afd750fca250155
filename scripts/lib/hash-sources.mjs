import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

/**
 * What a build comes from, as one text. By content, since a checkout gives every file a new time.
 *
 * @param {readonly string[]} sources files and folders, below the root.
 * @param {RegExp} ignored files below them that the build does not come from.
 */
export function hashSources(sources, ignored) {
  const hash = createHash("sha256");
  for (const source of sources) if (existsSync(join(root, source))) addTo(hash, source, ignored);
  return hash.digest("hex");
}

function addTo(hash, path, ignored) {
  if (statSync(join(root, path)).isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`, ignored);
    return;
  }
  if (ignored.test(path)) return;
  hash
    .update(`${path}\0`)
    .update(readFileSync(join(root, path)))
    .update("\0");
}
