import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problem } from "./problem.ts";

/**
 * Answers unknown paths: below /api always a problem as JSON, never the web page; elsewhere the web application, whose
 * router decides, when there is one.
 */
export function answerUnknownPaths(app: FastifyInstance, page?: (reply: FastifyReply) => FastifyReply): void {
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const wantsPage = request.method === "GET" && request.headers.accept?.includes("text/html") === true;
    if (page && wantsPage && !request.url.startsWith("/api") && !request.url.startsWith("/v1.0")) return page(reply);
    const body = problem(404, "unknown-path", "There is nothing at this address.");
    return reply
      .status(404)
      .header("content-type", "application/problem+json; charset=utf-8")
      .send(JSON.stringify(body));
  });
}
