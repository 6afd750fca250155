import type { ExtractorType } from "@lingui/conf";

const CALL = /(?<![\w.])(?:sentence|word)\(\s*/g;
const LITERAL = /"(?:[^"\\\n]|\\.)*"/y;

/** A sentence or word of the server, with the line it stands on. */
export interface Found {
  readonly text: string;
  readonly line: number;
}

/**
 * The sentences and words in a file of the server that people read: `sentence("...")` and `word("...")`
 * (src/kernel/sentence.ts). A call whose text is not written out is a mistake: nothing could be found.
 */
export function sentencesIn(code: string): Found[] {
  return [...code.matchAll(CALL)].map((call) => {
    LITERAL.lastIndex = call.index + call[0].length;
    const literal = LITERAL.exec(code);
    const line = code.slice(0, call.index).split("\n").length;
    if (!literal) throw new Error(`line ${line}: write the text of sentence() or word() out, in double quotes`);
    return { text: JSON.parse(literal[0]) as string, line };
  });
}

/** Files of the server in which sentences may stand; the file that defines them says none. */
export const mayHoldSentences = (file: string): boolean =>
  /(^|[\\/])src[\\/].*\.ts$/.test(file) && !/[\\/]kernel[\\/]sentence\.ts$/.test(file) && !file.endsWith(".test.ts");

/** Collects the server's sentences for `npm run i18n`. The English text is the key of its translations. */
export const serverSentences: ExtractorType = {
  match: mayHoldSentences,
  extract: (filename, code, onMessageExtracted) => {
    for (const { text, line } of sentencesIn(code)) {
      onMessageExtracted({ id: text, message: text, origin: [filename, line] });
    }
  },
};
