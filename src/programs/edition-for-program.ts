import { addMonths, isIsoDate } from "../kernel/index.ts";
import { decimalsOf, isCurrency } from "../money/index.ts";
import { editionForYear } from "./edition-for-year.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** What a new program is to be, where it is not what its template says. */
export interface ProgramWish {
  readonly code: string;
  readonly name: string;
  /** The template's own unless said. */
  readonly programYear?: string | undefined;
  /** The one currency of its funds; those of the template unless said. */
  readonly currency?: string | undefined;
}

/** A document as it was written: it may leave out what follows from the rest, such as windows that follow from a rule. */
type Written = Readonly<Record<string, unknown>>;

/**
 * The rules of a template as those of another program: its code, its name, its year with every date moved by whole years, its
 * currency. Figures stay as they are; in another currency they are figures to begin with, which nobody has converted.
 * `whole` is the template with everything that follows from it; the result is as `written` is.
 */
export function editionForProgram(whole: EditionDocument, written: Written, wish: ProgramWish): Written {
  const { programYear = whole.programYear, currency } = wish;
  const year = programYear === whole.programYear ? whole : editionForYear(whole, programYear);
  const years = Number(year.startsOn.slice(0, 4)) - Number(whole.startsOn.slice(0, 4));
  const moved = {
    ...(years === 0 ? written : (datesMoved(written, years) as Written)),
    program: wish.code,
    programName: wish.name,
    programYear: year.programYear,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    ...("windows" in written ? { windows: year.windows } : {}),
  };
  return currency === undefined ? moved : (inCurrency(moved, currency) as Written);
}

/** Fields that hold a day of the calendar, beside the program year and the windows, which have rules of their own. */
const DAYS: ReadonlySet<string> = new Set(["on", "from", "until", "lastClaimOn"]);

/** The same with each day moved by whole years; 29 February becomes 28 where the year has none. */
function datesMoved(value: unknown, years: number, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => datesMoved(item, years));
  if (typeof value === "string") return DAYS.has(key) && isIsoDate(value) ? addMonths(value, years * 12) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, datesMoved(part, years, name)]));
}

/** The same with one currency: of amounts said in several, the one in it; all others keep their figure. */
function inCurrency(value: unknown, currency: string, key = ""): unknown {
  if (Array.isArray(value)) {
    if (key === "currencies") return [currency];
    return oneOfEach(value, currency, key).map((item) => inCurrency(item, currency));
  }
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, inCurrency(part, currency, name)]),
  );
  const { amount, currency: said } = parts;
  if (typeof said !== "string" || said === currency || !isCurrency(said)) return parts;
  return { ...parts, currency, ...(typeof amount === "string" ? { amount: withDecimals(amount, currency) } : {}) };
}

/** Of a list that says the same in several currencies, what is in this one; its first entry where nothing is. */
function oneOfEach(list: readonly unknown[], currency: string, key: string): readonly unknown[] {
  if (list.length < 2 || !(key === "payingEntities" || list.every(isAmount))) return list;
  const same = list.filter((item) => (item as { currency?: unknown }).currency === currency);
  return same.length > 0 ? same : list.slice(0, 1);
}

function isAmount(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).toSorted().join() === "amount,currency";
}

/** A figure with no more decimals than the currency has. */
function withDecimals(amount: string, currency: string): string {
  const decimals = decimalsOf(currency);
  const [whole = "0", rest = ""] = amount.split(".");
  return decimals === 0 || rest === "" ? whole : `${whole}.${rest.slice(0, decimals)}`;
}
