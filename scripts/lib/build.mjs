import { ensureServerBuilt } from "./build-server.mjs";
import { ensureWebBuilt } from "./build-web.mjs";
import { Refusal } from "./project.mjs";

const mostLines = 40;

/** Builds what has changed since it was built. Throws a refusal with what the build said when it failed. */
export async function ensureBuilt(say) {
  refuse("web", await ensureWebBuilt(say));
  refuse("server", await ensureServerBuilt(say));
}

function refuse(what, fault) {
  if (fault === undefined) return;
  throw new Refusal(`The ${what} could not be built:\n${fault.trim().split("\n").slice(0, mostLines).join("\n")}`);
}
