import type { ReactNode } from "react";
import type { EditionPreview } from "../../api/schema.gen.d.ts";
import { inWords } from "../../i18n/server-words.ts";
import type { Path } from "./edit-text.ts";
import type { Known } from "./known-codes.ts";
import type { Part, Schema } from "./schema.ts";

/** One part of an edition in the form. */
export interface FormPartProps {
  schema: Schema;
  part: Part;
  path: Path;
  value: unknown;
  required: boolean;
  findings: EditionPreview["findings"];
  readOnly: boolean;
  /** What the document has for a field which names some of it: kinds of cost, metrics, activity types. */
  codesFor: (field: string) => readonly Known[];
  onChange: (path: Path, value: unknown) => void;
}

/** A part that has parts: how those are drawn. */
export interface WithParts extends FormPartProps {
  render: (props: FormPartProps) => ReactNode;
}

/** The first thing that is wrong at a place, in words. */
export function faultAt(findings: EditionPreview["findings"], path: Path): string | undefined {
  const at = textOf(path);
  const found = findings.find(({ path: where, severity }) => where === at && severity === "blocks");
  return found && inWords(found.words, found.message);
}

/** A path as findings write it. */
export function textOf(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}
