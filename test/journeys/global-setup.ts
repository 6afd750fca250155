import { ensureServerBuilt } from "../../scripts/lib/build-server.mjs";
import { sharedDemo, shareFolder } from "../program/demo-folder.ts";

/** What the workers share, thrown away at the end: the demo, of which each of them has a copy. */
export default async function setup(): Promise<() => void> {
  const fault = await ensureServerBuilt(console.log);
  if (fault !== undefined) throw new Error(`The server could not be built:\n${fault}`);
  const unshare = shareFolder();
  try {
    await sharedDemo();
    return unshare;
  } catch (error) {
    unshare();
    throw error;
  }
}
