import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { type Actor, DomainError, newUuid } from "../../kernel/index.ts";
import { isDatabaseAway, isDiskFull } from "../database/index.ts";
import { type Log, logWith } from "../log/index.ts";
import { problem, problemOf } from "./problem.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who acts. Set before any handler below /api/v1 runs. */
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** True for the few routes that answer without a signed-in person. */
    readonly open?: boolean;
  }
}

/** What the server needs of its surroundings. */
export interface ServerOptions {
  readonly log: Log;
  /** The actor behind a request's cookies, or undefined. */
  readonly whoIs: (request: FastifyRequest) => Promise<Actor | undefined>;
  /** True when the program is reached over https, so that browsers are told to stay there. */
  readonly secure: boolean;
  /** Whose `X-Forwarded-For` is believed, as addresses, networks or names of ranges. None unless said. */
  readonly trustedProxy?: readonly string[];
}

const BODY_LIMIT = 1_048_576;
const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Makes the HTTP server with everything that holds for every route: headers, sign-in, errors as problem details. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const trusted = options.trustedProxy ?? [];
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: () => newUuid(),
    requestIdHeader: false,
    trustProxy: trusted.length > 0 ? [...trusted] : false,
    forceCloseConnections: "idle",
    // As long as a request line may be: an id of any length is answered like an unknown one, by the route itself.
    routerOptions: { maxParamLength: 16_384 },
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply);
    },
    exposeHeadRoutes: true,
  });
  await app.register(cookie);
  await app.register(helmet, headers(options.secure));
  keepBodiesRaw(app);
  letGoWhileClosing(app);
  nameRequestInLog(app);
  app.decorateRequest("actor");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    // By the route that was found, not by the address as it was written: `/%61pi/v1` leads to the same routes.
    if (!request.routeOptions.url?.startsWith("/api/v1") || request.routeOptions.config.open) return;
    refuseCrossSite(request);
    const actor = await options.whoIs(request);
    if (!actor) {
      throw new DomainError({
        code: "not-signed-in",
        kind: "unauthenticated",
        message: "Your sign-in has ended or is missing. Sign in to go on.",
      });
    }
    request.actor = actor;
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: request.url.split("?")[0],
        status: reply.statusCode,
        client: request.ip,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
  });
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(error, request, reply));
  return app;
}

/**
 * Every line that is logged while a request is answered names it, also deep below the routes. Said twice: what reads the
 * body goes on in the surroundings of the socket.
 */
function nameRequestInLog(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => logWith({ reqId: request.id }, done));
  app.addHook("preValidation", (request, _reply, done) => logWith({ reqId: request.id }, done));
}

/** Bodies reach the handlers as bytes: they are read last, after scope, right and state (docs/api.md, order of checks). */
function keepBodiesRaw(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
}

/**
 * Answers that are under way when the program stops end their connections too. Only idle ones are closed by the server
 * itself: a line kept open for a next request would hold up the stop for a minute.
 */
function letGoWhileClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
}

/** A browser that was led here by another site's page may read, but not change anything with the person's cookie. */
function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") {
    throw new DomainError({ code: "cross-site", kind: "forbidden", message: "Requests from other sites are refused." });
  }
}

function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const made = error instanceof DomainError ? problemOf(error) : (notNow(error, request) ?? libraryProblem(error));
  if (!made) {
    request.log.error({ err: error }, "unexpected error");
    const body = problem(
      500,
      "internal",
      "Something went wrong on our side. Nothing was changed. Try again, or report the request id.",
      {
        requestId: request.id,
      },
    );
    return reply.status(500).header("content-type", PROBLEM_TYPE).send(JSON.stringify(body));
  }
  const retryAfter = made["retryAfterSeconds"];
  if (typeof retryAfter === "number") reply.header("retry-after", String(retryAfter));
  return reply.status(made.status).header("content-type", PROBLEM_TYPE).send(JSON.stringify(made));
}

/**
 * The database is restarting or out of reach, or there is no room left: nothing was done, and the same request may be sent
 * again, at once or when the operator has made room.
 */
function notNow(error: FastifyError, request: FastifyRequest) {
  if (isDiskFull(error)) {
    request.log.error({ err: error }, "disk full");
    return problem(
      503,
      "storage-full",
      "There is no room left to keep this. Nothing was changed. Tell the people who run the program.",
    );
  }
  if (!isDatabaseAway(error)) return undefined;
  request.log.warn({ err: error }, "database away");
  return problem(
    503,
    "database-away",
    "The database does not answer at this moment. Nothing was changed. Try again shortly.",
    {
      retryAfterSeconds: 2,
    },
  );
}

/** Refusals that the HTTP library makes before a handler runs. */
function libraryProblem(error: FastifyError) {
  if (error.statusCode === 413)
    return problem(413, "body-too-large", `A request body may have at most ${BODY_LIMIT} bytes.`);
  if (error.statusCode === 415)
    return problem(415, "unsupported-media-type", "This kind of content is not accepted here.");
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return problem(error.statusCode, "bad-request", "The request cannot be read.");
  }
  return undefined;
}

function headers(secure: boolean) {
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        workerSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" as const },
  };
}
