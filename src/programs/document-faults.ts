/** Deeper than any edition; what is deeper cannot be read, compared or stored by recursion. */
const MOST_LEVELS = 64;

/** A part of a document that no edition can have, whatever it says. */
export interface DocumentFault {
  readonly message: string;
  readonly path: string;
}

/**
 * The first part that lies too deep, or a number that is none (too large to be told, or not a number). Goes through the document without
 * calling itself, so that no depth ends it.
 */
export function documentFault(document: unknown): DocumentFault | undefined {
  const waiting: { readonly part: unknown; readonly path: string; readonly level: number }[] = [
    { part: document, path: "", level: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, path, level } = next;
    if (typeof part === "number" && !Number.isFinite(part))
      return { path, message: "A number is too large to be told. Write amounts as text, in quotation marks." };
    if (typeof part !== "object" || part === null) continue;
    if (level >= MOST_LEVELS)
      return { path, message: `Parts lie more than ${MOST_LEVELS} levels deep, as no edition has them.` };
    const inner = Array.isArray(part)
      ? part.map((item: unknown, index) => ({ part: item, path: `${path}[${index}]`, level: level + 1 }))
      : Object.entries(part).map(([key, item]: [string, unknown]) => ({
          part: item,
          path: path === "" ? key : `${path}.${key}`,
          level: level + 1,
        }));
    waiting.push(...inner);
  }
  return undefined;
}
