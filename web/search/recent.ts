import { stored } from "../ui/stored.ts";
import type { Entry } from "./entry.ts";

const MOST = 6;
const keyOf = (person: string): string => `search.${person}`;

/** What this person opened by searching in this browser, the last first. Forgotten at sign-out. */
export const recentOf = (person: string): readonly Entry[] => stored.read<Entry[]>(keyOf(person)) ?? [];

/** Remembers what was opened. */
export function remember(person: string, entry: Entry): void {
  const others = recentOf(person).filter(({ link }) => link !== entry.link);
  stored.write(keyOf(person), [entry, ...others].slice(0, MOST));
}
