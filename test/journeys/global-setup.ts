import { sharedDemo, shareFolder } from "../program/demo-folder.ts";

/** What the workers share, thrown away at the end: the demo, of which each of them has a copy. */
export default async function setup(): Promise<() => void> {
  const unshare = shareFolder();
  try {
    await sharedDemo();
    return unshare;
  } catch (error) {
    unshare();
    throw error;
  }
}
