import type { Readable } from "node:stream";
import { OperatorError } from "../operator-error.ts";

/** Where a password comes from: standard input, a terminal or not. */
export type PasswordSource = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** More than any password has; what goes on longer is a file given by mistake. */
const MOST_CHARACTERS = 4096;
const CONTROL_C = "\u0003";
const CONTROL_D = "\u0004";
const ESCAPE = "\u001b";
/** What follows the escape character when a key is pressed that moves the cursor. */
const REST_OF_CURSOR_KEY = /^(\[[0-9;]*[A-Za-z~]|O[A-Z])/;

/**
 * Reads a new password: from a terminal twice, without showing it; from a pipe or a file its one line. Its length is judged
 * by those who keep it.
 *
 * @throws OperatorError when there is none, when the two differ, or when more than one line comes.
 */
export async function askPassword(
  source: PasswordSource = process.stdin,
  prompt: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<string> {
  source.setEncoding("utf8");
  if (source.isTTY !== true) return readPiped(source);
  source.setRawMode?.(true);
  try {
    const keys = keysOf(source);
    const first = await readTyped(keys, prompt, "Password, 12 characters or more (not shown): ");
    if (first === "") throw new OperatorError("No password was typed; nothing was done.");
    if (first === (await readTyped(keys, prompt, "The same again: "))) return first;
    throw new OperatorError("The two passwords differ; nothing was done.");
  } finally {
    source.setRawMode?.(false);
    source.pause();
  }
}

async function readPiped(source: PasswordSource): Promise<string> {
  let text = "";
  for await (const chunk of source) {
    text += String(chunk);
    if (text.length > MOST_CHARACTERS) break;
  }
  const password = text.replace(/\r?\n$/, "");
  if (password === "") {
    throw new OperatorError(
      "No password came on standard input; nothing was done.\n" +
        "Run the command at a terminal, which asks for it, or give one line: ... < password.txt",
    );
  }
  if (password.length > MOST_CHARACTERS || /[\r\n]/.test(password)) {
    throw new OperatorError("More than one line came on standard input; a password is one line. Nothing was done.");
  }
  return password;
}

/** One character after another; keys that move the cursor type nothing. */
async function* keysOf(source: PasswordSource): AsyncGenerator<string, undefined> {
  for await (const chunk of source) {
    const [typed = "", ...afterEscape] = String(chunk).split(ESCAPE);
    yield* [typed, ...afterEscape.map((text) => text.replace(REST_OF_CURSOR_KEY, ""))].join("");
  }
}

async function readTyped(
  keys: AsyncGenerator<string, undefined>,
  prompt: (text: string) => void,
  question: string,
): Promise<string> {
  prompt(question);
  const typed: string[] = [];
  for (;;) {
    const { value: key } = await keys.next();
    if (key === undefined || key === CONTROL_C || key === CONTROL_D) {
      prompt("\n");
      throw new OperatorError("Stopped; nothing was done.");
    }
    if (key === "\r" || key === "\n") {
      prompt("\n");
      return typed.join("");
    }
    if (key === "\u007f" || key === "\b") typed.pop();
    else if (key >= " ") typed.push(key);
  }
}
