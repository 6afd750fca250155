const SHORT: Readonly<Record<string, string>> = {
  absolute: "Fixed amount",
  "percent-of-earned": "Percentage of what was earned",
  "percent-of-accrued": "Percentage of what accrued",
  "percent-of-cost": "Percentage of the cost",
  "per-person": "Amount for each person",
  "per-head": "Amount for each head that is counted",
  "max-persons": "Number of persons",
  "greater-of": "The greater of several limits",
  "lesser-of": "The smaller of several limits",
  "stated-value": "Value that a field states",
  computed: "Worked out by an expression",
  unlimited: "No limit",
  "program-specific": "Told elsewhere, judged by a person",
  allowsLink: "A link will do",
  poeTiming: "Proof and payment",
  programClass: "Class of the program",
};

/** A field's name as a person reads it: `claimWindow` becomes `Claim window`. Names of fields are English in every language, as in the text. */
export function nameOf(key: string): string {
  const known = SHORT[key];
  if (known !== undefined) return known;
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What an item of a list is called: by its name, its code or its kind, else by its number. */
export function itemName(value: unknown, index: number): string {
  if (typeof value === "object" && value !== null) {
    const { name, label, code, description, kind, usagePeriod, amount, currency } = value as Record<string, unknown>;
    // A limit has no name: it is known by its kind and its figure.
    if (typeof kind === "string" && code === undefined) {
      return [nameOf(kind), amount, currency].filter((each) => typeof each === "string" && each !== "").join(" ");
    }
    const period =
      typeof usagePeriod === "object" && usagePeriod !== null ? (usagePeriod as { code?: unknown }).code : "";
    const said = [name, label, description, code, period, kind].find((each) => typeof each === "string" && each !== "");
    if (typeof said === "string") return said;
  }
  return `${index + 1}`;
}

/** A place of a document in words: `activityTypes[1].caps[0].amount` is "Activity types › Round table › Caps › Fixed amount › Amount". */
export function placeName(document: unknown, path: readonly (string | number)[]): string {
  let value = document;
  const words = path.map((key) => {
    value = typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
    return typeof key === "number" ? itemName(value, key) : nameOf(key);
  });
  return words.join(" › ");
}
