/** Why a mail was not taken. Its words hold no address of a person: they go to the log and to the dead letters. */
export class MailError extends Error {
  /** True when the server refused this recipient or this message for good: another try would end the same way. */
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean) {
    super(message);
    this.name = "MailError";
    this.permanent = permanent;
  }
}

/**
 * What the mail library threw, without what the server said: answers to a recipient quote the address. A server that
 * cannot be reached said nothing, so its words are the system's and help the operator.
 */
export function mailErrorOf(error: unknown): MailError {
  const facts: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const text = (key: string): string | undefined => {
    const value = facts[key];
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  };
  const [code, answer, command] = [text("code"), text("responseCode"), text("command")];
  const ofConnection = command === "CONN" && answer === undefined && error instanceof Error;
  const known = [code, answer, command].filter((part) => part !== undefined).join(" ");
  const why = ofConnection ? error.message : known || "no reason given";
  return new MailError(`The mail server did not take the message: ${why}`, isPermanent(code, answer, command));
}

/** A refused login or sender is the operator's to mend, so only refusals of the recipient or the message are for good. */
function isPermanent(code: string | undefined, answer: string | undefined, command: string | undefined): boolean {
  if (code === "EENVELOPE" && command === "API") return true;
  return answer?.startsWith("5") === true && (code === "EMESSAGE" || command === "RCPT TO");
}
