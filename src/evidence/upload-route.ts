import type { IncomingMessage } from "node:http";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DomainError, enforce, sha256 } from "../kernel/index.ts";
import { inTransaction, isDatabaseAway, type Tx } from "../platform/database/index.ts";
import { API_BASE, findAnswer, idempotencyKey, type KeptAnswer, keepAnswer } from "../platform/http/index.ts";
import { fileToWire } from "./evidence-wire.ts";
import { mayUpload } from "./file-policy.ts";
import type { FileRouteDeps } from "./file-route-deps.ts";
import { insertFile } from "./file-store.ts";
import { storedFileOf } from "./keep-file.ts";
import { type ReceivedFile, receiveFile } from "./receive-file.ts";
import type { StoredFile } from "./stored-file.ts";

/** How much of a refused upload is still read, so that the sender sees the answer, before the line is cut. */
const DRAIN_UP_TO = 256 * 1024 * 1024;

/** POST /files: one file as multipart field `file`, streamed. */
export async function upload(request: FastifyRequest, reply: FastifyReply, deps: FileRouteDeps): Promise<FastifyReply> {
  try {
    enforce(mayUpload(request.actor));
    const key = idempotencyKey(request.headers["idempotency-key"]);
    const part = await filePart(request, deps.maxUploadBytes);
    const incoming = { name: part.filename ?? "", declared: part.mimetype ?? "", content: part.file };
    const received = await receiveFile(deps.storage, incoming, deps.maxUploadBytes);
    const answer = await keep(received, request, key, deps);
    if (answer.hit) reply.header("idempotency-hit", "true");
    return reply
      .status(answer.status)
      .headers({ "content-type": "application/json; charset=utf-8", ...answer.headers })
      .send(answer.body);
  } catch (error) {
    // Asked before the rest is read: afterwards a line that was cut looks like one that ended.
    const broken = request.raw.destroyed && !request.raw.complete;
    drain(request.raw);
    throw broken ? incomplete() : asRefusal(error);
  }
}

async function filePart(request: FastifyRequest, maxBytes: number): Promise<MultipartFile> {
  if (!request.isMultipart()) {
    throw new DomainError({
      code: "not-multipart",
      kind: "unsupported-media-type",
      message: "Send the file as multipart/form-data, in the field named file.",
    });
  }
  // One more byte than allowed is let through, so that our own limit speaks and not the parser's.
  const part = await request.file({
    limits: { fileSize: maxBytes + 1, files: 1, fields: 20, parts: 21 },
    throwFileSizeLimit: false,
  });
  if (part?.fieldname === "file") return part;
  part?.file.resume();
  throw new DomainError({
    code: "file-missing",
    kind: "invalid",
    message: "The request carries no file. Send it in the multipart field named file.",
    errors: [{ field: "file", code: "required", message: "This field is required." }],
  });
}

type Answer = KeptAnswer & { readonly hit?: true };

/** Stores the bytes first, then the row: a row without its bytes never exists. */
async function keep(
  received: ReceivedFile,
  request: FastifyRequest,
  key: string | undefined,
  deps: FileRouteDeps,
): Promise<Answer> {
  const { actor } = request;
  const now = deps.now();
  const file = storedFileOf(received, { actor, partnerId: actor.organisationId, now });
  try {
    await received.spooled.keep(file.storageKey);
    const answer = await inTransaction(deps.db, actor, async (tx): Promise<Answer> => {
      if (key === undefined) return record(tx, file);
      const kept = await findAnswer(
        tx,
        actor,
        now,
        key,
        sha256(`POST ${API_BASE}/files\n${file.sha256}\n${file.name}`),
      );
      if (kept) return { ...kept, hit: true };
      const made = await record(tx, file);
      await keepAnswer(tx, actor, key, made);
      return made;
    });
    if (answer.hit) await deps.storage.delete(file.storageKey);
    return answer;
  } catch (error) {
    await received.spooled.discard();
    // When the connection broke, the row may have been written all the same: bytes without a row do no harm, the reverse does.
    if (!isDatabaseAway(error)) await deps.storage.delete(file.storageKey);
    throw error;
  }
}

async function record(tx: Tx, file: StoredFile): Promise<KeptAnswer> {
  await insertFile(tx, file);
  const wire = fileToWire(file);
  return { status: 201, headers: { location: `${API_BASE}/files/${wire.id}` }, body: JSON.stringify(wire) };
}

/**
 * Reads on what the sender still sends after a refusal: one who is cut off while sending sees a broken line, not the
 * answer. Up to a bound, so that nobody keeps the program busy with what it has refused.
 */
function drain(raw: IncomingMessage): void {
  if (raw.readableEnded || raw.destroyed) return;
  raw.unpipe();
  let left = DRAIN_UP_TO;
  raw.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  raw.resume();
}

/** What the multipart parser says about a body that breaks off or is malformed, in our words. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const fromParser = "code" in error && typeof error.code === "string" && error.code.startsWith("FST_");
  if (!fromParser && !/multipart|terminated early|boundary|premature/i.test(error.message)) return error;
  return incomplete();
}

function incomplete(): DomainError {
  return new DomainError({
    code: "upload-incomplete",
    kind: "bad-request",
    message: "The upload broke off or is malformed. Nothing was kept; send the file again.",
  });
}
