import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { askPassword, type PasswordSource } from "./ask-password.ts";

/** A terminal on which somebody types these keys, one chunk after another. */
function terminal(...chunks: readonly string[]) {
  const raw: boolean[] = [];
  const keys: PasswordSource = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => void raw.push(on),
  });
  for (const chunk of chunks) (keys as PassThrough).write(chunk);
  const shown: string[] = [];
  return { keys, raw, shown, ask: () => askPassword(keys, (text) => void shown.push(text)) };
}

const silent = () => {};

test.each([
  ["with a line end", "correct horse battery\n"],
  ["with a line end of Windows", "correct horse battery\r\n"],
  ["without a line end", "correct horse battery"],
])("a password comes from a pipe as one line %s, spaces and all", async (_what, text) => {
  expect(await askPassword(Readable.from([text.slice(0, 5), text.slice(5)]), silent)).toBe("correct horse battery");
});

test.each([
  ["nothing", "", "No password came"],
  ["an empty line", "\n", "No password came"],
  ["two lines", "one password\nanother\n", "More than one line"],
  ["a whole file", "x".repeat(100_000), "More than one line"],
])("%s on standard input is refused, and never printed", async (_what, text, why) => {
  const refused = askPassword(Readable.from([text]), silent);
  await expect(refused).rejects.toThrow(why);
  await expect(refused).rejects.not.toThrow("another");
});

test("at a terminal it is typed twice and never shown, and corrections count", async () => {
  const { ask, raw, shown } = terminal("a long passwort", "\u007f", "d\r", "\u001b[D", "a long password\r");
  expect(await ask()).toBe("a long password");
  expect(shown.join("")).toMatch(/^Password[^\n]*\nThe same again: \n$/);
  expect(raw).toEqual([true, false]);
});

test.each([
  ["two that differ", ["one password!\r", "another password\r"], "differ"],
  ["an empty one", ["\r"], "No password was typed"],
  ["Ctrl-C", ["half a pass\u0003"], "Stopped"],
])("at a terminal %s ends it, and the terminal shows what is typed again", async (_what, chunks, why) => {
  const { ask, raw } = terminal(...chunks);
  await expect(ask()).rejects.toThrow(why);
  expect(raw).toEqual([true, false]);
});
