// Keeps package-lock.json complete. Run after every install that changes it:
//   node scripts/complete-lock.mjs            adds what is missing and says what it added
//   node scripts/complete-lock.mjs --check    changes nothing; exit code 1 when something is missing (npm test runs this)
//
// A package such as a linter brings one optional package for each kind of machine. When the registry in use cannot serve
// some of them, npm leaves those out of the lock without a word, and a later `npm ci` refuses: package.json and lock are
// not in sync. What npm would have written follows from the package that asks and from the name, so it is written here.
import { readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { Refusal, root, runScript } from "./lib/project.mjs";

const file = join(root, "package-lock.json");
const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

await runScript(() => {
  const checkOnly = readArguments(process.argv.slice(2));
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const faults = complete(lock.packages);
  if (faults.length === 0) return 0;
  if (checkOnly) {
    process.stderr.write(`package-lock.json is not complete:\n${faults.map((fault) => `  ${fault}\n`).join("")}`);
    process.stderr.write("Run: node scripts/complete-lock.mjs\n");
    return 1;
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  for (const fault of faults) process.stdout.write(`mended: ${fault}\n`);
  return 0;
});

function readArguments(args) {
  if (args.length === 0) return false;
  if (args.length === 1 && args[0] === "--check") return true;
  throw new Refusal("Usage: node scripts/complete-lock.mjs [--check]");
}

/** Adds or mends the entry of every optional package that is asked for. @returns one sentence for each. */
function complete(packages) {
  const faults = [];
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const version = exactVersion(range);
      const place = findPlace(packages, parent, name, version);
      const present = packages[place];
      if (present === undefined) {
        packages[place] = writeEntry(parent, entry, name, version);
        faults.push(`${name} ${range}, which ${parent || "package.json"} asks for, is missing`);
      } else if (present.integrity === undefined && present.link !== true) {
        // Written here at an earlier time: the name must still say the same.
        const wanted = writeEntry(parent, entry, name, present.version);
        if (
          JSON.stringify([present.os, present.cpu, present.libc]) ===
          JSON.stringify([wanted.os, wanted.cpu, wanted.libc])
        )
          continue;
        packages[place] = wanted;
        faults.push(`${name} stands there for another kind of machine than its name says`);
      }
    }
  }
  return faults;
}

/** The version of `1.2.3`, `^1.2.3` or `~1.2.3`; undefined for anything wider. */
function exactVersion(range) {
  return /^[\^~]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1];
}

/**
 * Where the package stands, or should stand: in a node_modules folder on the way from its parent to the top, as Node looks
 * for it; a missing one at the top, unless another version has that place.
 */
function findPlace(packages, parent, name, version) {
  for (let folder = parent; ; folder = posix.dirname(folder)) {
    if (folder === ".") folder = "";
    if (posix.basename(folder) !== "node_modules") {
      const place = posix.join(folder, "node_modules", name);
      const found = packages[place];
      if (found !== undefined && (version === undefined || found.version === version || !isForOneMachine(found)))
        return place;
    }
    if (folder === "") break;
  }
  const top = `node_modules/${name}`;
  return packages[top] === undefined ? top : posix.join(parent, "node_modules", name);
}

function isForOneMachine(entry) {
  return entry.os !== undefined || entry.cpu !== undefined;
}

/** The entry as npm writes it, without the hash of the content, which only a registry could tell. */
function writeEntry(parent, { dev, devOptional }, name, version) {
  if (version === undefined)
    throw new Refusal(`${parent} asks for ${name} in no single version. Add its entry to package-lock.json by hand.`);
  const words = name.slice(name.lastIndexOf("/") + 1).split(/[-_.]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (os === undefined && cpu === undefined)
    throw new Refusal(
      `${name}, which ${parent} asks for, does not say for which machine it is. Add its entry by hand.`,
    );
  const libc = os === "linux" ? [words.some((word) => word.startsWith("musl")) ? "musl" : "glibc"] : undefined;
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev: true } : {}),
    ...(devOptional ? { devOptional: true } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}
