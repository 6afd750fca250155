import { gzipSync } from "node:zlib";
import { sha256 } from "../../kernel/index.ts";

/** An answer that is the same for everybody, ready to be sent. */
export interface RememberedAnswer {
  readonly body: Buffer;
  /** The body compressed; undefined where that is not worth it. */
  readonly gzip: Buffer | undefined;
  /** Names the bytes, so that whoever has them need not get them again. */
  readonly etag: string;
}

/** Answers kept in memory by what they depend on. */
export interface AnswerMemory {
  get(key: string): RememberedAnswer | undefined;
  put(key: string, body: string): RememberedAnswer;
}

const MOST_ANSWERS = 500;
const WORTH_COMPRESSING = 1024;

/** A memory for answers. Beyond its bound everything is forgotten and made again when it is asked for. */
export function answerMemory(): AnswerMemory {
  const answers = new Map<string, RememberedAnswer>();
  return {
    get: (key) => answers.get(key),
    put: (key, text) => {
      const body = Buffer.from(text, "utf8");
      const gzip = body.length < WORTH_COMPRESSING ? undefined : gzipSync(body, { level: 9 });
      const answer = { body, gzip, etag: `"${sha256(body).slice(0, 32)}"` };
      if (answers.size >= MOST_ANSWERS) answers.clear();
      answers.set(key, answer);
      return answer;
    },
  };
}
