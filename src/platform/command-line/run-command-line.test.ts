import { describe, expect, test } from "vitest";
import { DomainError, type Finding } from "../../kernel/index.ts";
import { exitCodes, OperatorError } from "../operator-error.ts";
import { type Command, type CommandCall, valueOf, valuesOf } from "./command.ts";
import { runCommandLine } from "./run-command-line.ts";

const blocking: Finding = {
  rule: "split.sum",
  severity: "blocks",
  field: "split",
  found: "90",
  allowed: "100 together",
  source: "edition coop/FY27, split",
  remedy: "Make them 100 together.",
};
const calls: CommandCall[] = [];
const record = (call: CommandCall) => {
  calls.push(call);
  call.say("done");
  return Promise.resolve(exitCodes.ok);
};
const commands: readonly Command[] = [
  { name: "serve", summary: "Starts the program", run: record },
  {
    name: "user create",
    summary: "Makes a person",
    options: [
      { name: "email", value: "ADDRESS", required: true, help: "where mails go" },
      { name: "quiet", help: "says less" },
      { name: "role", value: "ROLE", many: true, accepts: /^(reviewer|finance)$/, help: "reviewer or finance" },
    ],
    run: record,
  },
  { name: "import", summary: "Reads a file", positionals: ["FILE"], run: record },
  { name: "refuse", summary: "Refuses", run: () => Promise.reject(new OperatorError("No: do this.", { exitCode: 3 })) },
  {
    name: "forbid",
    summary: "Is refused by the rules",
    run: () =>
      Promise.reject(new DomainError({ code: "no", kind: "invalid", message: "Two parts.", findings: [blocking] })),
  },
  { name: "break", summary: "Breaks", run: () => Promise.reject(new TypeError("undefined is not a function")) },
];

async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  calls.length = 0;
  const code = await runCommandLine(commands, args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("the command line", () => {
  test("runs a command of one word and one of two", async () => {
    expect(await call("serve")).toMatchObject({ code: 0, out: "done" });
    expect(await call("user", "create", "--email", "a@b.example", "--quiet")).toMatchObject({ code: 0 });
    expect(calls[0]?.options).toEqual({ email: "a@b.example", quiet: true });
    await call("import", "edition.json");
    expect(calls[0]?.positionals).toEqual(["edition.json"]);
  });

  test("takes an option that may be repeated as a list", async () => {
    await call("user", "create", "--email", "a@b.example", "--role", "reviewer", "--role", "finance");
    const [made] = calls;
    expect(made && [valueOf(made, "email"), valuesOf(made, "role")]).toEqual(["a@b.example", ["reviewer", "finance"]]);
    await call("user", "create", "--email", "a@b.example", "--role", "reviewer");
    expect(calls[0] && valuesOf(calls[0], "role")).toEqual(["reviewer"]);
  });

  test("refuses a value that the option does not take, with what it takes", async () => {
    const { code, err } = await call("user", "create", "--email", "a@b.example", "--role", "boss");
    expect(code).toBe(exitCodes.usage);
    expect(err).toMatch(/^--role: found "boss", expected reviewer or finance\./);
    expect(calls).toEqual([]);
  });

  test("tells what the rules refuse with each finding, its place and its remedy, and no stack", async () => {
    const { code, err } = await call("forbid");
    expect(code).toBe(exitCodes.failed);
    expect(err.split("\n")).toEqual([
      "Two parts.",
      "error  split  split.sum",
      "    found 90, expected 100 together. Make them 100 together.",
    ]);
  });

  test("answers an unknown command with the list of commands", async () => {
    const { code, err } = await call("frobnicate");
    expect(code).toBe(exitCodes.usage);
    expect(err).toMatch(/no command "frobnicate"[\s\S]*serve[\s\S]*user create/);
  });

  test("lists the commands for --help, and for nothing at all", async () => {
    expect(await call("--help")).toMatchObject({ code: exitCodes.ok, err: "" });
    expect((await call("--help")).out).toContain("Starts the program");
    expect(await call()).toMatchObject({ code: exitCodes.usage, out: "" });
  });

  test.each([[["serve", "--help"]], [["user", "create", "--help"]], [["import", "-h"]]])(
    "tells how to use %j",
    async (args) => {
      const { code, out } = await call(...args);
      expect(code).toBe(exitCodes.ok);
      expect(out).toMatch(/^Usage: fundproof .*[\s\S]*Exit codes/);
      expect(calls).toEqual([]);
    },
  );

  test.each([
    ["an unknown option", ["serve", "--fast"]],
    ["a missing option", ["user", "create"]],
    ["a missing file", ["import"]],
    ["one word too many", ["serve", "now"]],
    ["an option without its value", ["user", "create", "--email"]],
  ])("refuses %s with the usage and runs nothing", async (_what, args) => {
    const { code, err } = await call(...args);
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain("Usage: fundproof");
    expect(calls).toEqual([]);
  });

  test("prints a refusal as it is, and a fault of the program with its stack", async () => {
    expect(await call("refuse")).toEqual({ code: 3, out: "", err: "No: do this." });
    const broken = await call("break");
    expect(broken.code).toBe(exitCodes.failed);
    expect(broken.err).toMatch(/undefined is not a function\n\s+at /);
  });
});
