import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { answerUnknownPaths } from "../platform/http/index.ts";

const BUILT = fileURLToPath(new URL("../../dist/web", import.meta.url));

/** Serves the built web application: hashed assets for ever, the page itself always fresh. */
export async function registerWebPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${BUILT}/index.html`)) {
    answerUnknownPaths(app);
    return;
  }
  await app.register(fastifyStatic, {
    root: BUILT,
    wildcard: false,
    // They are sent in the place of the file beside them, and have no addresses of their own.
    globIgnore: ["**/*.br", "**/*.gz"],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  answerUnknownPaths(app, (reply) => reply.header("cache-control", "no-cache").sendFile("index.html"));
}
