import { describe, expect, test } from "vitest";
import { mailErrorOf } from "./mail-error.ts";

const thrown = (message: string, facts: Record<string, unknown>) =>
  mailErrorOf(Object.assign(new Error(message), facts));

describe("a mail that was not taken", () => {
  test.each([
    ["an unknown recipient", { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" }, true],
    ["a refused message", { code: "EMESSAGE", responseCode: 554, command: "DATA" }, true],
    ["an address that is none", { code: "EENVELOPE", command: "API" }, true],
    ["a recipient who is asked for later", { code: "EENVELOPE", responseCode: 450, command: "RCPT TO" }, false],
    ["a refused login", { code: "EAUTH", responseCode: 535, command: "AUTH PLAIN" }, false],
    ["a refused sender", { code: "EENVELOPE", responseCode: 550, command: "MAIL FROM" }, false],
    ["a server that closed the connection", { code: "ECONNECTION", responseCode: 554, command: "CONN" }, false],
  ])("%s is tried again unless another try would end the same way", (_what, facts, permanent) => {
    expect(thrown("refused", facts).permanent).toBe(permanent);
  });

  test("is told without what the server said about a person", () => {
    const error = thrown("550 no mailbox ann@partner.example", {
      code: "EENVELOPE",
      responseCode: 550,
      command: "RCPT TO",
      rejected: ["ann@partner.example"],
    });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain("ann@");
    expect(error.message).toBe("The mail server did not take the message: EENVELOPE 550 RCPT TO");
    expect(error.cause).toBeUndefined();
  });

  test("tells the operator what the system said when the server cannot be reached", () => {
    expect(thrown("connect ECONNREFUSED 127.0.0.1:25", { code: "ESOCKET", command: "CONN" }).message).toContain(
      "ECONNREFUSED",
    );
    expect(mailErrorOf("odd").message).toContain("no reason given");
  });
});
