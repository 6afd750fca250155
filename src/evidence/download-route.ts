import type { FastifyReply, FastifyRequest } from "fastify";
import { enforce, notFound, uuidOf } from "../kernel/index.ts";
import { inTransaction } from "../platform/database/index.ts";
import { contentDisposition, parseByteRange } from "../platform/files/index.ts";
import { problem } from "../platform/http/index.ts";
import { mayReadFiles } from "./file-policy.ts";
import type { FileRouteDeps } from "./file-route-deps.ts";
import { fileById } from "./file-store.ts";
import type { StoredFile } from "./stored-file.ts";

/** What a browser may show by itself. Everything else is offered for download. */
const SHOWN_INLINE: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg", "image/gif"]);

/** The file that a request names: 404 when unknown, another partner's, or outside the actor's scope; then 403. */
export async function requestedFile(request: FastifyRequest, deps: FileRouteDeps): Promise<StoredFile> {
  const id = uuidOf("file", (request.params as { id: string }).id);
  if (id === undefined) throw notFound("file");
  const file = await inTransaction(deps.db, request.actor, async (tx) => {
    const found = await fileById(tx, id);
    return found && (deps.mayRead === undefined || (await deps.mayRead(tx, request.actor, found))) ? found : undefined;
  });
  if (!file) throw notFound("file");
  enforce(mayReadFiles(request.actor));
  return file;
}

/**
 * GET /files/{id}/content: the bytes, whole or a range (RFC 9110). They never change under an id, so their hash is a
 * strong ETag. The headers see to it that nothing in the file can act in the name of the program.
 */
export async function download(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: FileRouteDeps,
): Promise<FastifyReply> {
  const file = await requestedFile(request, deps);
  const etag = `"${file.sha256}"`;
  reply.headers({
    etag,
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  if (namesEtag(request.headers["if-none-match"], etag)) return reply.status(304).send();
  const range = rangeOf(request, file, etag);
  if (range === "unsatisfiable") return refuseRange(reply, file);
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  if (range) reply.status(206).header("content-range", `bytes ${start}-${end}/${file.size}`);
  reply.headers({
    "content-type": file.mediaType,
    "content-length": String(end - start + 1),
    "content-disposition": contentDisposition(SHOWN_INLINE.has(file.mediaType) ? "inline" : "attachment", file.name),
  });
  if (request.method === "HEAD") return reply.send();
  return reply.send(await deps.storage.getStream(file.storageKey, range));
}

/** A range counts only for the very content that If-Range names. */
function rangeOf(request: FastifyRequest, file: StoredFile, etag: string) {
  const ifRange = request.headers["if-range"];
  if (ifRange !== undefined && ifRange !== etag) return undefined;
  return parseByteRange(request.headers.range, file.size);
}

function namesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

function refuseRange(reply: FastifyReply, file: StoredFile): FastifyReply {
  const body = problem(
    416,
    "range-not-satisfiable",
    `The file has ${file.size} bytes; the range asked for begins after its end.`,
  );
  return reply
    .status(416)
    .headers({ "content-range": `bytes */${file.size}`, "content-type": "application/problem+json; charset=utf-8" })
    .send(JSON.stringify(body));
}
