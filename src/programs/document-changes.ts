import { type EditionChange, editionChanges } from "./changes/edition-changes.ts";
import { editionForYear } from "./edition-for-year.ts";
import { EditionShape } from "./edition-schema.ts";

/**
 * What is different in the second of two documents. One of another program year is moved to `programYear`, the year of the second
 * (empty where it is not known), first, so that dates which follow the rule are no change. Pure and total: documents may be incomplete.
 */
export function documentChanges(before: unknown, after: unknown, programYear: string): readonly EditionChange[] {
  return editionChanges(inYear(before, programYear), EditionShape.safeParse(after).data ?? after);
}

/** The document as the rules read it, with what is meant where nothing is said; as it stands where it is not whole yet. */
function inYear(document: unknown, programYear: string): unknown {
  const parsed = EditionShape.safeParse(document);
  if (!parsed.success) return document;
  return parsed.data.programYear === programYear || programYear === ""
    ? parsed.data
    : editionForYear(parsed.data, programYear);
}
