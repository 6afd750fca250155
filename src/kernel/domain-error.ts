import type { Finding } from "./finding.ts";
import type { Sentence, Words } from "./sentence.ts";

/**
 * The kinds of refusal the program knows. Each maps to one HTTP status, in one place (`platform/http/problem.ts`).
 * - `unauthenticated` 401, `not-found` 404 (unknown, or outside the actor's scope), `forbidden` 403 (known, not allowed)
 * - `conflict` 409 (wrong state, or somebody was quicker), `stale` 412, `precondition-required` 428
 * - `invalid` 422 (body or rules), `bad-request` 400, `too-large` 413, `unsupported-media-type` 415
 * - `too-many-requests` 429, `unavailable` 503
 */
export type ErrorKind =
  | "unauthenticated"
  | "not-found"
  | "forbidden"
  | "conflict"
  | "stale"
  | "precondition-required"
  | "invalid"
  | "bad-request"
  | "too-large"
  | "unsupported-media-type"
  | "too-many-requests"
  | "unavailable";

/** One field of a request that was refused. `field` is a path such as `invoices[0].lines[1].lineAmount`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What a {@link DomainError} carries. */
export interface DomainErrorFacts {
  /** Stable, kebab-case; programs match on it, never on the message. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** A sentence for a person that says what to do; a {@link Sentence} where the web says it in every language. */
  readonly message: string | Sentence;
  /** Further facts for the client, such as the current status. Never secrets, never another partner's data. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Findings of the rules engine, where rules refused. */
  readonly findings?: readonly Finding[];
  /** Fields of the request that were refused. */
  readonly errors?: readonly FieldError[];
}

/** The one kind of error that business code throws on purpose. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly details: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[] | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly words: Words | undefined;

  constructor(facts: DomainErrorFacts) {
    super(typeof facts.message === "string" ? facts.message : facts.message.text);
    this.words = typeof facts.message === "string" ? undefined : facts.message.words;
    this.name = "DomainError";
    this.code = facts.code;
    this.kind = facts.kind;
    this.details = facts.details ?? {};
    this.findings = facts.findings;
    this.errors = facts.errors;
  }
}

/** The refusal for what is unknown or outside the actor's scope: the same words for both, so that nothing is given away. */
export function notFound(what: string): DomainError {
  return new DomainError({
    code: "not-found",
    kind: "not-found",
    message: `There is no such ${what}, or it is outside what you may see.`,
  });
}

/** A refusal of one or more fields of a request. */
export function invalid(code: string, message: string | Sentence, errors: readonly FieldError[] = []): DomainError {
  return new DomainError({ code, kind: "invalid", message, errors });
}
