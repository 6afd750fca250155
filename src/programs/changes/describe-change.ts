import { daysBetween, isIsoDate, type Sentence, sentence, word } from "../../kernel/index.ts";
import { isMore } from "./effects.ts";
import { fieldName } from "./field-names.ts";
import { isNamedPart, partName } from "./part-names.ts";
import { isAbsent, isFields, isOneThing, type Pair, type TreeChange } from "./tree-changes.ts";
import { itemName, type NameOfCode, valueInWords } from "./values.ts";

/** What a change is, for programs, and said for people. */
export interface Said {
  /** Stable: `moved`, `raised`, `proof-added`, ... */
  readonly code: string;
  readonly sentence: Sentence;
}

/** A change with the names of what it is about. */
interface Told extends TreeChange {
  readonly where: string;
  /** The thing within `where` that it is about, such as a proof; undefined for `where` itself. */
  readonly item: string | undefined;
  readonly field: string;
  readonly nameOf: NameOfCode;
}

/** Says a change in one sentence that a program manager reads. Never fails: what has no words of its own is said by its name. */
export function describeChange(change: TreeChange, nameOf: NameOfCode): Said {
  const told: Told = { ...change, ...placeOf(change), field: change.keys.at(-1) ?? "", nameOf };
  return whole(told) ?? day(told) ?? inList(told) ?? list(told) ?? limit(told) ?? value(told);
}

/** Where a change is: the activity, the period, or the part; and the item within it. */
function placeOf({ keys, around }: TreeChange): { where: string; item: string | undefined } {
  const [part = "", code = ""] = keys;
  if (keys.length === 1) return { where: partName(isNamedPart(part) ? part : "program"), item: undefined };
  const inItem = (part === "activityTypes" || part === "windows" || part === "engagements") && keys.length > 2;
  const where = inItem ? nameAt(around[2], code) : partName(part);
  const between = keys.slice(inItem ? 2 : 1, -1);
  const names = between.flatMap((key, index) => {
    const list = around[(inItem ? 2 : 1) + index];
    // An item of a list is called by its name; the list itself need not be.
    if (Array.isArray(list?.before ?? list?.after)) return [nameAt(around[(inItem ? 3 : 2) + index], key)];
    const inner = around[(inItem ? 3 : 2) + index];
    return Array.isArray(inner?.before ?? inner?.after) ? [] : [fieldName(key)];
  });
  return { where, item: names.length === 0 ? undefined : names.join(", ") };
}

/** True for what others stand in; an amount or a length of time is a value. */
function isPart(thing: unknown): boolean {
  return Array.isArray(thing) || (isFields(thing) && !isOneThing(thing));
}

function nameAt(pair: Pair | undefined, key: string): string {
  const item = isAbsent(pair?.after) ? pair?.before : pair?.after;
  if (isFields(item) && "usagePeriod" in item) return key.split(" #")[0] ?? key;
  return isFields(item) ? itemName(item) : key;
}

/** What comes or goes as a whole and has words of its own. */
function whole({ keys, kind, before, after, where }: Told): Said | undefined {
  if (kind !== "added" && kind !== "removed") return undefined;
  const added = kind === "added";
  const name = itemName(added ? after : before);
  const list = keys.at(-2);
  if (list === "evidence" && keys.length === 4) {
    const required = isFields(after) && after["required"] === true;
    if (!added)
      return said("proof-removed", sentence("{where}: no longer asked for as proof: {name}", { where, name }));
    return required
      ? said("proof-added", sentence("{where}: new proof asked for: {name}", { where, name }))
      : said("optional-proof-added", sentence("{where}: proof that may be added: {name}", { where, name }));
  }
  if (keys.length !== 2) return undefined;
  if (list === "activityTypes") {
    return added
      ? said("activity-added", sentence("New activity that can be claimed: {name}", { name }))
      : said("activity-removed", sentence("Can no longer be claimed: {name}", { name }));
  }
  if (list === "windows") {
    const period = keys[1] ?? "";
    return added
      ? said("period-added", sentence("New period for claims: {period}", { period }))
      : said("period-removed", sentence("Period without claims from now on: {period}", { period }));
  }
  return undefined;
}

const DAYS: Readonly<Record<string, string>> = {
  "earningPeriod.from": word("earning begins"),
  "earningPeriod.to": word("earning ends"),
  "usagePeriod.from": word("usage begins"),
  "usagePeriod.to": word("usage ends"),
  "claimWindow.from": word("claim window opens"),
  "claimWindow.to": word("claim window closes"),
  proofDeadline: word("proof is due"),
};

/** A day that moved: by how many days, and which way. */
function day({ keys, kind, before, after, where, field }: Told): Said | undefined {
  if (kind !== "changed" || !isDay(before) || !isDay(after)) return undefined;
  const what = DAYS[keys.slice(2).join(".")] ?? fieldName(field);
  const days = String(Math.abs(daysBetween(before, after)));
  const facts = { where, what, before, after };
  if (days === "1") {
    return before < after
      ? said("moved", sentence("{where}: {what} one day later, {before} → {after}", facts))
      : said("moved", sentence("{where}: {what} one day earlier, {before} → {after}", facts));
  }
  return before < after
    ? said("moved", sentence("{where}: {what} {days} days later, {before} → {after}", { ...facts, days }))
    : said("moved", sentence("{where}: {what} {days} days earlier, {before} → {after}", { ...facts, days }));
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && isIsoDate(value);
}

/** An item of a list, or a part, that comes or goes. */
function inList({ keys, kind, before, after, where, item, field, around }: Told): Said | undefined {
  const parent = around.at(-1);
  const isItem = Array.isArray(parent?.before ?? parent?.after);
  const thing = kind === "added" ? after : before;
  if (kind === "reordered") {
    const facts = { where, what: fieldName(field) };
    return said("reordered", sentence("{where}: {what} in another order", facts));
  }
  if ((kind !== "added" && kind !== "removed") || !(isItem || isPart(thing))) return undefined;
  const place = item === undefined ? where : `${where}, ${item}`;
  const name = isCap(thing) ? capName(thing) : itemName(thing);
  if (keys.length <= 2 && isNamedPart(keys[0] ?? "")) {
    return kind === "added"
      ? said("added", sentence("{where}: new: {name}", { where, name }))
      : said("removed", sentence("{where}: no longer: {name}", { where, name }));
  }
  const what = fieldName(isItem ? (keys.at(-2) ?? "") : field);
  return kind === "added"
    ? said("added", sentence("{where}: {what} added: {name}", { where: place, what, name }))
    : said("removed", sentence("{where}: {what} taken away: {name}", { where: place, what, name }));
}

function isCap(item: unknown): item is Readonly<Record<string, unknown>> {
  return isFields(item) && typeof item["kind"] === "string" && "per" in item;
}

function capName(cap: Readonly<Record<string, unknown>>): string {
  const parts = [cap["kind"], cap["amount"], cap["currency"], cap["per"]];
  return parts
    .filter((part) => typeof part === "string")
    .map((part) => part.replaceAll("-", " "))
    .join(" ");
}

/** A list of codes or texts: what is new in it, and what is gone. */
function list({ kind, before, after, where, item, field, nameOf }: Told): Said | undefined {
  if (kind !== "changed" || !Array.isArray(before) || !Array.isArray(after)) return undefined;
  const told = (items: readonly unknown[]) => valueInWords(items, nameOf, field);
  const added = after.filter((each) => !before.includes(each));
  const removed = before.filter((each) => !after.includes(each));
  const facts = { where: item === undefined ? where : `${where}, ${item}`, what: fieldName(field) };
  if (removed.length === 0 && added.length > 0)
    return said("list-grew", sentence("{where}: {what}: now also {added}", { ...facts, added: told(added) }));
  if (added.length === 0 && removed.length > 0)
    return said("list-shrank", sentence("{where}: {what}: no longer {removed}", { ...facts, removed: told(removed) }));
  const both = { ...facts, added: told(added), removed: told(removed) };
  return said("list-changed", sentence("{where}: {what}: now {added}, no longer {removed}", both));
}

/** Something that is more or less than before. */
function limit({ keys, kind, before, after, around, where, item, field, nameOf }: Told): Said | undefined {
  if (kind !== "changed") return undefined;
  const cap = around.at(-1);
  const money = field === "amount" && isFields(cap?.after) && isFields(cap.before);
  const withUnit = (value: unknown, of: unknown) => {
    const currency = isFields(of) ? of["currency"] : undefined;
    return valueInWords(typeof currency === "string" ? { amount: value, currency } : value, nameOf, field);
  };
  const more = isMore(before, after);
  if (more === undefined) return undefined;
  const facts = {
    where: item === undefined || keys.includes("caps") ? where : `${where}, ${item}`,
    what: money ? capKind(cap?.after) : fieldName(field),
    before: money ? withUnit(before, cap?.before) : valueInWords(before, nameOf, field),
    after: money ? withUnit(after, cap?.after) : valueInWords(after, nameOf, field),
  };
  return more
    ? said("raised", sentence("{where}: {what} rises from {before} to {after}", facts))
    : said("lowered", sentence("{where}: {what} falls from {before} to {after}", facts));
}

const CAP_KINDS: Readonly<Record<string, string>> = {
  absolute: word("cap"),
  "percent-of-earned": word("cap in percent of what was earned"),
  "per-person": word("cap per person"),
  "max-persons": word("most persons"),
};

function capKind(cap: unknown): string {
  const kind = isFields(cap) ? String(cap["kind"]) : "";
  return CAP_KINDS[kind] ?? fieldName("amount");
}

/** Any other value: what it is now and what it was. Long texts are only said to have changed. */
function value({ kind, before, after, where, item, field, nameOf }: Told): Said {
  const facts = { where: item === undefined ? where : `${where}, ${item}`, what: fieldName(field) };
  const now = { ...facts, after: valueInWords(after, nameOf, field) };
  const then = { ...facts, before: valueInWords(before, nameOf, field) };
  if (kind === "changed" && typeof before === "boolean" && typeof after === "boolean") {
    return after
      ? said("switched-on", sentence("{where}: {what}: yes from now on", facts))
      : said("switched-off", sentence("{where}: {what}: no from now on", facts));
  }
  if (kind === "added") return said("ruled", sentence("{where}: {what} is new: {after}", now));
  if (kind === "removed") return said("not-ruled", sentence("{where}: {what} is gone; it was {before}", then));
  if (isProse(before) && isProse(after)) return said("reworded", sentence("{where}: new wording: {what}", facts));
  return said("changed", sentence("{where}: {what} is now {after}; it was {before}", { ...then, ...now }));
}

function isProse(value: unknown): boolean {
  return typeof value === "string" && value.includes(" ");
}

function said(code: string, text: Sentence): Said {
  return { code, sentence: text };
}
