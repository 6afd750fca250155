import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit } from "yaml";
import { documentFault } from "./document-faults.ts";

/** A text that was read: what it says, and where in the text each part stands. */
export interface ReadText {
  readonly document: unknown;
  /** Line, from 1, of a part such as `activityTypes[3].caps[0]`; of the nearest part around it where it is not written. */
  readonly lineOf: (path: string) => number | undefined;
}

/** Why a text is no document. */
export interface TextFault {
  readonly message: string;
  readonly line?: number;
}

/** An edition of the size of a thick program guide has 60 kB; what is far beyond is none. */
const MAX_TEXT = 1_000_000;

/**
 * Reads the text of an edition, JSON or YAML. Refused, with the line: text that is neither, keys that stand twice, references
 * (`&anchor`, `*alias`) and tags, more than one document, more than a million characters, parts that lie too deep, numbers
 * that are none. Takes any text, never throws.
 */
export function readText(text: string, format: "json" | "yaml"): ReadText | TextFault {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.length > MAX_TEXT)
    return { message: `It has ${plain.length} characters; an edition has at most ${MAX_TEXT}.` };
  const read = format === "json" ? readJson(plain) : readYaml(plain);
  return isTextFault(read) ? read : whole(read);
}

/** The document, unless a part of it is none that can be kept. */
function whole(read: ReadText): ReadText | TextFault {
  const fault = documentFault(read.document);
  if (!fault) return read;
  const line = read.lineOf(fault.path);
  const place = fault.path.length > MAX_PATH ? `${fault.path.slice(0, MAX_PATH)}…` : fault.path;
  return {
    message: place === "" ? fault.message : `${place}: ${fault.message}`,
    ...(line === undefined ? {} : { line }),
  };
}

/** What is longer helps nobody to find the place. */
const MAX_PATH = 120;

/** True when the text was refused. */
export function isTextFault(read: ReadText | TextFault): read is TextFault {
  return "message" in read;
}

function readJson(text: string): ReadText | TextFault {
  try {
    const document = JSON.parse(text) as unknown;
    // JSON is YAML: the same reader finds the lines, when somebody asks for one.
    let lines: ReadText["lineOf"] | undefined;
    const lineOf = (path: string) => {
      if (!lines) {
        const read = readYaml(text);
        lines = isTextFault(read) ? () => undefined : read.lineOf;
      }
      return lines(path);
    };
    return { document, lineOf };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /\(line (\d+)/.exec(message)?.[1];
    return { message, ...(line === undefined ? {} : { line: Number(line) }) };
  }
}

function readYaml(text: string): ReadText | TextFault {
  const lines = new LineCounter();
  try {
    const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, version: "1.2" });
    const [wrong] = [...parsed.errors, ...parsed.warnings];
    if (wrong) return { message: wrong.message, line: lines.linePos(wrong.pos[0]).line };
    const refused = reference(parsed.contents, lines);
    if (refused) return refused;
    const document = parsed.toJS({ maxAliasCount: 0 }) as unknown;
    return { document, lineOf: (path) => lineIn(parsed.contents, partsOf(path), lines) };
  } catch (error) {
    return {
      message:
        error instanceof RangeError
          ? "It is nested too deeply."
          : error instanceof Error
            ? error.message
            : String(error),
    };
  }
}

/** References make one text mean more than it shows, or itself: an edition is written out. */
function reference(contents: ParsedNode | null, lines: LineCounter): TextFault | undefined {
  let found: TextFault | undefined;
  visit(contents, (_key, node) => {
    const isReference = isAlias(node) || ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined);
    if (!isReference) return undefined;
    const at = node.range?.[0];
    found = {
      message: "References (& and *) are not read; write the part out where it is meant.",
      ...(at === undefined ? {} : { line: lines.linePos(at).line }),
    };
    return visit.BREAK;
  });
  return found;
}

function lineIn(
  contents: ParsedNode | null,
  parts: readonly (string | number)[],
  lines: LineCounter,
): number | undefined {
  let node: unknown = contents;
  let at = contents?.range[0];
  for (const part of parts) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (!pair || !isScalar(pair.key)) break;
      at = pair.key.range?.[0] ?? at;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)];
      if (item === undefined) break;
      node = item;
      at = (isMap(item) || isSeq(item) || isScalar(item) ? item.range?.[0] : undefined) ?? at;
    } else break;
  }
  return at === undefined ? undefined : lines.linePos(at).line;
}

function partsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}
