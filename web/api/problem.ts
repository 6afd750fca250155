import type { FieldError } from "../../src/kernel/domain-error.ts";
import type { Finding } from "../../src/kernel/finding.ts";
import type { Words } from "../../src/kernel/sentence.ts";
import { inWords } from "../i18n/server-words.ts";

/** The wire form of a refusal (RFC 9457), as the API sends it. */
export interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  findings?: Finding[];
  errors?: FieldError[];
  words?: Words;
  [extra: string]: unknown;
}

/** A refusal of the API. `code` is stable and for programs; `message` is for the person. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(inWords(body.words, body.detail ?? body.title ?? `The server answered ${status}.`));
    this.name = "ApiProblem";
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.body = body;
  }

  /** The fields that were refused, by path. */
  get fields(): Map<string, string> {
    return new Map((this.body.errors ?? []).map((error) => [error.field, error.message]));
  }
}

/** The network did not carry the request: offline, or the server is not there. Nothing is known about its outcome. */
export class Offline extends Error {
  constructor(cause: unknown) {
    super("no connection", { cause });
    this.name = "Offline";
  }
}

/** Reads a refusal out of a response, whatever its body is. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  return new ApiProblem(response.status, parse(text));
}

/** Reads a refusal out of the text of a body; an empty one when it is no JSON. */
export function parse(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? (body as ProblemBody) : {};
  } catch {
    return {};
  }
}

/** True for a refusal with this HTTP status. */
export const isStatus = (error: unknown, status: number): error is ApiProblem =>
  error instanceof ApiProblem && error.status === status;
