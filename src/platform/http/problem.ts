import type { DomainError, ErrorKind, FieldError, Finding, Words } from "../../kernel/index.ts";

/** An error on the wire: RFC 9457 problem details with a stable code (docs/api.md). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** The detail in a form that can be said in every language, where there is one. */
  readonly words?: Words;
  readonly findings?: readonly Finding[];
  readonly errors?: readonly FieldError[];
  readonly [fact: string]: unknown;
}

/** The one place where a kind of refusal becomes an HTTP status. */
const STATUS: Readonly<Record<ErrorKind, number>> = {
  "bad-request": 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  stale: 412,
  "too-large": 413,
  "unsupported-media-type": 415,
  invalid: 422,
  "precondition-required": 428,
  "too-many-requests": 429,
  unavailable: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  409: "Not possible in this state",
  412: "Changed in the meantime",
  413: "Too large",
  415: "This kind of content is not accepted",
  422: "Something in the request is not right",
  428: "Say which version you have seen",
  429: "Too many attempts",
  500: "Something went wrong on our side",
  503: "Not available right now",
};

/** A problem made from its parts. */
export function problem(status: number, code: string, detail: string, facts: Record<string, unknown> = {}): Problem {
  return { ...facts, type: `urn:fundproof:problem:${code}`, title: TITLES[status] ?? "Error", status, code, detail };
}

/**
 * The problem that a domain error is on the wire. The state a thing is in (`status` of the error) is `currentStatus` there:
 * `status` is the HTTP status (RFC 9457).
 */
export function problemOf(error: DomainError): Problem {
  const { status, ...facts } = error.details;
  const state = status === undefined ? {} : { currentStatus: status };
  const made = problem(STATUS[error.kind], error.code, error.message, { ...facts, ...state });
  return {
    ...made,
    ...(error.words ? { words: error.words } : {}),
    ...(error.findings ? { findings: error.findings } : {}),
    ...(error.errors && error.errors.length > 0 ? { errors: error.errors } : {}),
  };
}
