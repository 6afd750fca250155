import createClient from "openapi-fetch";
import { Offline, problemOf } from "./problem.ts";
import type { paths } from "./schema.gen.d.ts";
import { signedInAgain } from "./session-gate.ts";
import { randomUuid } from "./uuid.ts";

/** Asked before there is a session: here an answer of 401 is an answer, not an interruption. */
const BEFORE_SIGN_IN = /^\/api\/(auth\/|v1\/(me|demo)$)/;

/**
 * Sends a request. A session that has ended is no failure: the request waits until the person has signed in again, and goes
 * out once more with the same Idempotency-Key. Refusals are thrown as `ApiProblem`, a lost connection as `Offline`.
 */
async function sendThroughGate(request: Request): Promise<Response> {
  if (request.method === "POST") request.headers.set("idempotency-key", randomUuid());
  for (;;) {
    const response = await send(request.clone());
    if (response.status === 401 && !BEFORE_SIGN_IN.test(new URL(request.url).pathname)) {
      await signedInAgain();
      continue;
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  }
}

/** `fetch`, in which a lost connection has its own kind of error. */
export async function send(request: Request | string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Offline(error);
  }
}

/**
 * The API, typed by its own description. Nothing is taken from the browser's cache: an ETag is the version of the resource
 * itself, and does not change when an invoice or a comment inside it does.
 */
export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  cache: "no-store",
  fetch: sendThroughGate,
});

/** The data of an answer; refusals were thrown before. */
export async function dataOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** The header that says which version a change is based on. */
export const ifMatch = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });
