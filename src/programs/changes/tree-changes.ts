import { type Canonical, canonicalJson } from "../../kernel/index.ts";

/** One difference between two documents, at the smallest part that people speak of. */
export interface TreeChange {
  /** Where it is, by names that stay when a list is put in another order: `activityTypes`, `spiffs`, `caps`, ... */
  readonly keys: readonly string[];
  readonly kind: "changed" | "added" | "removed" | "reordered";
  readonly before: unknown;
  readonly after: unknown;
  /** Paths in the two documents, as findings write them; null where it does not stand. */
  readonly at: { readonly before: string | null; readonly after: string | null };
  /** What it stands in, from the document down to its parent, in both. */
  readonly around: readonly Pair[];
}

/** The same part of both documents. */
export interface Pair {
  readonly before: unknown;
  readonly after: unknown;
}

interface Place extends Pair {
  readonly keys: readonly string[];
  readonly at: TreeChange["at"];
  readonly around: readonly Pair[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Every difference between two documents, in the order of the newer one: nothing when they are equal, and each leaf that
 * differs lies in one of them. Items of lists are known by their code, not by their place. Takes any plain data.
 */
export function treeChanges(before: unknown, after: unknown): readonly TreeChange[] {
  return compare({ before, after, keys: [], at: { before: "", after: "" }, around: [] });
}

function compare(place: Place): readonly TreeChange[] {
  const { before, after } = place;
  if (same(before, after)) return [];
  if (isAbsent(before) || isAbsent(after)) {
    if (isAbsent(before) && isAbsent(after)) return [change(place, "changed")];
    return [change(place, isAbsent(before) ? "added" : "removed")];
  }
  if (isFields(before) && isFields(after)) {
    if (isOneThing(before) && isOneThing(after)) return [change(place, "changed")];
    return Object.keys({ ...before, ...after }).flatMap((key) => compare(field(place, before, after, key)));
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(place, before, after);
  return [change(place, "changed")];
}

function field(place: Place, before: Fields, after: Fields, key: string): Place {
  const path = (at: string | null) => (at === null ? null : at === "" ? key : `${at}.${key}`);
  return {
    before: Object.hasOwn(before, key) ? before[key] : undefined,
    after: Object.hasOwn(after, key) ? after[key] : undefined,
    keys: [...place.keys, key],
    at: { before: path(place.at.before), after: path(place.at.after) },
    around: [...place.around, { before, after }],
  };
}

function compareLists(place: Place, before: readonly unknown[], after: readonly unknown[]): readonly TreeChange[] {
  if (![...before, ...after].every(isFields)) {
    const kind = sameMembers(before, after) ? "reordered" : "changed";
    return [change(place, kind)];
  }
  const { pairs, inOrder } = paired(before as readonly Fields[], after as readonly Fields[]);
  const inside = pairs.flatMap(({ key, from, to }) => {
    const path = (at: string | null, index: number | undefined) =>
      at === null || index === undefined ? null : `${at}[${index}]`;
    return compare({
      before: from === undefined ? undefined : before[from],
      after: to === undefined ? undefined : after[to],
      keys: [...place.keys, key],
      at: { before: path(place.at.before, from), after: path(place.at.after, to) },
      around: [...place.around, { before, after }],
    });
  });
  return inOrder ? inside : [...inside, change(place, "reordered")];
}

interface ItemPair {
  readonly key: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Which item of the older list is which of the newer one; and whether those in both kept their order. */
function paired(before: readonly Fields[], after: readonly Fields[]): { pairs: readonly ItemPair[]; inOrder: boolean } {
  const names = namesOf(before, after);
  const older = new Map(names.before.map((name, index) => [name, index]));
  const newer = new Map(names.after.map((name, index) => [name, index]));
  const kept = names.after.map((key, to) => ({ key, from: older.get(key), to }));
  const gone = names.before.flatMap((key, from) => (newer.has(key) ? [] : [{ key, from, to: undefined }]));
  const places = kept.flatMap(({ from }) => (from === undefined ? [] : [from]));
  return { pairs: [...kept, ...gone], inOrder: places.every((from, i) => i === 0 || from > (places[i - 1] ?? -1)) };
}

/** A name for each item: its own, numbered where several bear it. Items without one are paired when equal, then by place. */
function namesOf(before: readonly Fields[], after: readonly Fields[]): { before: string[]; after: string[] } {
  const named = (list: readonly Fields[], texts: readonly (string | undefined)[]) => {
    const counts = new Map<string, number>();
    return list.map((item, index) => {
      const name = ownName(item) ?? texts[index] ?? "";
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count === 1 ? name : `${name} #${count}`;
    });
  };
  const nameless = (list: readonly Fields[]) => list.filter((item) => ownName(item) === undefined).map(textOf);
  const [olds, news] = [nameless(before), nameless(after)];
  const both = new Set(olds.filter((text) => news.includes(text)));
  const label = (list: readonly Fields[]) => {
    let place = 0;
    return list.map((item) => {
      if (ownName(item) !== undefined) return undefined;
      const text = textOf(item);
      return both.has(text) ? text : `${(place += 1)}`;
    });
  };
  return { before: named(before, label(before)), after: named(after, label(after)) };
}

/** By what people know an item of a list: its code, its usage period, or what it counts. */
function ownName(item: Fields): string | undefined {
  const period = item["usagePeriod"];
  for (const own of [item["code"], isFields(period) ? period["code"] : undefined]) {
    if (typeof own === "string") return own;
  }
  if (typeof item["kind"] === "string" && "per" in item) {
    const parts = [item["kind"], item["per"], item["programClass"], item["appliesToExpenses"]];
    return parts.map((part) => (isAbsent(part) ? "" : textOf(part))).join("|");
  }
  const other = ["of", "method", "role", "group", "market", "on", "slot", "rateGroup"].find(
    (key) => typeof item[key] === "string",
  );
  return other === undefined ? undefined : String(item[other]);
}

/** Small objects that are one thing to people: an amount, a length of time, a share. */
const ONE_THING: readonly (readonly string[])[] = [
  ["amount", "currency"],
  ["days", "kind"],
  ["hours", "kind"],
  ["kind"],
  ["count", "unit"],
  ["count", "from", "unit"],
  ["count", "endOfMonth", "from", "unit"],
  ["kind", "percent"],
  ["kind", "percents"],
  ["from", "kind", "to"],
  ["kind", "most"],
];
const ONE_THINGS = new Set(ONE_THING.map((keys) => keys.join()));

/** True for an object that is spoken of as a whole. */
export function isOneThing(value: Fields): boolean {
  return ONE_THINGS.has(Object.keys(value).toSorted().join());
}

/** True for an object with fields; lists are none. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True where nothing stands. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return textOf(a) === textOf(b);
}

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  const texts = (list: readonly unknown[]) => list.map(textOf).toSorted();
  return texts(a).join("\n") === texts(b).join("\n");
}

function textOf(value: unknown): string {
  return canonicalJson(value as Canonical); // sound: documents are plain data
}

function change({ keys, before, after, at, around }: Place, kind: TreeChange["kind"]): TreeChange {
  const there = (value: unknown, path: string | null) => (value === undefined ? null : path);
  return { keys, kind, before, after, around, at: { before: there(before, at.before), after: there(after, at.after) } };
}
