import type { z } from "zod";
import type { Actor, SeenVersion } from "../../kernel/index.ts";
import type { Db, Tx } from "../database/index.ts";

/** What a handler gets: an open transaction on behalf of the actor, and the request, read as far as it is safe to. */
export interface RouteCall<P, Q, B> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly params: P;
  readonly query: Q;
  /** Reads and checks the body; throws 422. Called last, after scope, right, state and version (docs/api.md, order of checks). */
  readonly body: () => B;
  /** The body as it came, read but not checked: for ids in it that are judged before the rest. */
  readonly unchecked: () => unknown;
  /** From If-Match. PATCH and PUT always have one. */
  readonly seen: SeenVersion;
}

/** How a body is read that is not JSON alone. Throws a refusal for what it cannot read. */
export interface BodyReader {
  /** Content types it takes, for the API document. */
  readonly types: readonly string[];
  readonly read: (raw: Buffer | undefined, contentType: string | undefined) => unknown;
}

/**
 * Names what the answer depends on, where it is the same for everybody who is signed in: it is then kept in memory, and sent
 * from there as long as the name stays. Asked before any transaction; undefined where nothing is kept.
 */
export type Remembered<P, Q> = (call: {
  readonly db: Db;
  readonly now: Date;
  readonly params: P;
  readonly query: Q;
}) => Promise<string | undefined>;

/** A route as it is written in a slice: a declaration and a handler of a few lines. */
export interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`, with `:name` for path parameters. */
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Reads the body where it is not JSON alone. */
  readonly reads?: BodyReader;
  /** Status of success; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204;
  /** A POST that asks and changes nothing: no answer is kept for its Idempotency-Key. */
  readonly onlyAsks?: boolean;
  readonly response: R;
  readonly remembered?: Remembered<z.output<P>, z.output<Q>>;
  readonly handle: (call: RouteCall<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>;
}

/** A route with its types forgotten, as the server registers it. */
export interface RouteDeclaration {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reads?: BodyReader;
  readonly status: number;
  readonly onlyAsks?: boolean;
  readonly response: z.ZodType;
  readonly remembered?: Remembered<unknown, unknown>;
  readonly handle: (call: RouteCall<unknown, unknown, unknown>) => Promise<unknown>;
}

/** Declares a route. The schemas give the types of the handler, the validation and the API document. */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(spec: RouteSpec<P, Q, B, R>): RouteDeclaration {
  const { handle, remembered, status, ...rest } = spec;
  // Sound because the server calls both only with values these very schemas produced.
  return {
    ...rest,
    status: status ?? 200,
    handle: handle as RouteDeclaration["handle"],
    ...(remembered === undefined ? {} : { remembered: remembered as Remembered<unknown, unknown> }),
  };
}
