import multipart from "@fastify/multipart";
import type { FastifyInstance, RouteShorthandOptions } from "fastify";
import { API_BASE } from "../platform/http/index.ts";
import { download, requestedFile } from "./download-route.ts";
import { fileToWire } from "./evidence-wire.ts";
import type { FileRouteDeps } from "./file-route-deps.ts";
import { upload } from "./upload-route.ts";

/** Bytes go out as they are: compressing would break ranges and the strong ETag. */
const UNCOMPRESSED: RouteShorthandOptions & { readonly compress: false } = { compress: false };

/** Registers `/files`. Streams in and out, so these routes are no JSON declarations like the others. */
export async function registerFileRoutes(app: FastifyInstance, deps: FileRouteDeps): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart);
    scope.post(`${API_BASE}/files`, (request, reply) => upload(request, reply, deps));
    scope.get(`${API_BASE}/files/:id`, async (request, reply) => {
      const file = await requestedFile(request, deps);
      return reply.header("cache-control", "private, no-cache").send(fileToWire(file));
    });
    // HEAD is declared by itself: the one that comes with a GET would read the whole file to say its size.
    scope.route({
      ...UNCOMPRESSED,
      method: ["GET", "HEAD"],
      url: `${API_BASE}/files/:id/content`,
      exposeHeadRoute: false,
      handler: (request, reply) => download(request, reply, deps),
    });
  });
}
