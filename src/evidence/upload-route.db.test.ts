import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { fixture, json, useFileServer, type Who } from "../../test/builders/file-server.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { newUuid } from "../kernel/index.ts";

const LIMIT = 200_000;
const server = useFileServer(useDatabase(), LIMIT);
const { send, get } = server;

let filesBefore = 0;
beforeEach(async () => {
  filesBefore = await server.countFiles();
});
/** A refusal leaves neither bytes nor a row. */
async function nothingWasKept(): Promise<void> {
  expect(await server.countFiles()).toBe(filesBefore);
}

describe("a file is uploaded", () => {
  test.each([
    ["invoice.pdf", "application/pdf"],
    ["screenshot.png", "image/png"],
    ["invoice.xml", "application/xml"],
    ["attendees.csv", "text/csv"],
    ["agenda.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["message.msg", "application/vnd.ms-outlook"],
  ])("%s: the answer has hash, size and the type found in the content", async (name, mediaType) => {
    const content = await fixture(name);
    const response = await send(content, name);
    expect(response.status).toBe(201);
    const answer = await json(response);
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(answer).toEqual({
      id: expect.stringMatching(/^fil_/) as string,
      name,
      sha256,
      size: content.length,
      mediaType,
      scan: "not-scanned",
    });
    expect(response.headers.get("location")).toBe(`/api/v1/files/${answer.id}`);
    expect(await json(await get(answer.id))).toEqual(answer);
    expect(Buffer.from(await (await get(`${answer.id}/content`)).arrayBuffer())).toEqual(content);
  });

  test("its name is made safe to show, and umlauts survive", async () => {
    const answer = await json(await send(await fixture("invoice.pdf"), "..\\März\u202E 4711.pdf"));
    expect(answer.name).toBe("März 4711.pdf");
    const header = (await get(`${answer.id}/content`)).headers.get("content-disposition");
    expect(header).toBe("inline; filename=\"Marz 4711.pdf\"; filename*=UTF-8''M%C3%A4rz%204711.pdf");
  });

  test("exactly the largest size is accepted", async () => {
    const response = await send(Buffer.alloc(LIMIT, "reach "), "report.txt");
    expect(response.status).toBe(201);
    expect((await json(response)).size).toBe(LIMIT);
  });

  test("the same key with the same file gives the same answer, with another file a refusal", async () => {
    const key = newUuid();
    const pdf = await fixture("invoice.pdf");
    const first = await send(pdf, "invoice.pdf", { key });
    const again = await send(pdf, "invoice.pdf", { key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("idempotency-hit")).toBe("true");
    expect(await json(again)).toEqual(await json(first));
    const reused = await send(await fixture("screenshot.png"), "screenshot.png", { key });
    expect([reused.status, (await json(reused)).code]).toEqual([422, "idempotency-key-reused"]);
    filesBefore += 1;
    await nothingWasKept();
  });

  test("two uploads at once with one key keep one file", async () => {
    const key = newUuid();
    const pdf = await fixture("invoice.pdf");
    const answers = await Promise.all([1, 2, 3].map(async () => json(await send(pdf, "invoice.pdf", { key }))));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    filesBefore += 1;
    await nothingWasKept();
  });
});

describe("an upload is refused, and nothing of it stays", () => {
  test("a file over the limit: 413, with the limit in words", async () => {
    const response = await send(Buffer.alloc(LIMIT + 1, "x"), "report.txt");
    const answer = await json(response);
    expect([response.status, answer.code]).toEqual([413, "file-too-large"]);
    expect(answer.detail).toContain("195.3 KB");
    await nothingWasKept();
  });

  test("a file far over the limit: the sender still sees the answer", async () => {
    const response = await send(Buffer.alloc(20 * 1024 * 1024), "film.pdf");
    expect([response.status, (await json(response)).code]).toEqual([413, "file-too-large"]);
    await nothingWasKept();
  });

  test.each([
    ["an empty file", "", "report.txt", "", "file-empty"],
    [
      "a web page that is called PDF",
      "<html><body>hello</body></html>",
      "invoice.pdf",
      "application/pdf",
      "file-type-mismatch",
    ],
    ["a text that was sent as a picture", "just words", "picture", "image/png", "file-type-mismatch"],
    ["a script", "alert(1)", "run.js", "text/javascript", "file-type-mismatch"],
    ["a web page", "<html></html>", "page.html", "text/html", "file-type-not-allowed"],
  ])("%s: 422", async (_what, content, name, type, code) => {
    const response = await send(Buffer.from(content), name, { type });
    expect([response.status, (await json(response)).code]).toEqual([422, code]);
    await nothingWasKept();
  });

  test("a PNG that calls itself PDF is told both names", async () => {
    const answer = await json(await send(await fixture("screenshot.png"), "invoice.pdf", { type: "application/pdf" }));
    expect(answer.detail).toContain("PDF");
    expect(answer.detail).toContain("PNG picture");
    await nothingWasKept();
  });

  test("a form without a file, or with it in another field, or no form at all", async () => {
    const misnamed = await send(await fixture("invoice.pdf"), "invoice.pdf", { field: "document" });
    expect([misnamed.status, (await json(misnamed)).code]).toEqual([422, "file-missing"]);
    const plain = await server.post("%PDF-", "application/pdf");
    expect([plain.status, (await json(plain)).code]).toEqual([415, "not-multipart"]);
    await nothingWasKept();
  });

  test("nobody, a reader and people of the vendor may not upload", async () => {
    const pdf = await fixture("invoice.pdf");
    const outcome = async (as: Who) => {
      const response = await send(pdf, "invoice.pdf", { as });
      return [response.status, (await json(response)).code];
    };
    expect(await outcome("nobody")).toEqual([401, "not-signed-in"]);
    expect(await outcome("reader")).toEqual([403, "role-may-not-upload"]);
    expect(await outcome("reviewer")).toEqual([403, "vendor-uploads-no-evidence"]);
    await nothingWasKept();
  });

  const head = (length: number | "chunked") =>
    `POST /api/v1/files HTTP/1.1\r\nHost: x\r\nX-Person: partner\r\nContent-Type: multipart/form-data; boundary=b\r\n${
      length === "chunked" ? "Connection: close\r\nTransfer-Encoding: chunked" : `Content-Length: ${length}`
    }\r\n\r\n`;
  const partHead =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';

  test("a line that is cut mid-way", async () => {
    const socket = connect(server.port(), "127.0.0.1");
    await once(socket, "connect");
    socket.write(head(100_000) + partHead + "half of the text ".repeat(1000));
    await sleep(150);
    expect(await server.incoming()).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => server.incoming()).toEqual([]);
    await nothingWasKept();
    // The sender's doing, and no error of the program that an operator should be woken for.
    await expect.poll(() => server.lastRefusal()).toBe("upload-incomplete");
  });

  test("a form that ends before its file does", async () => {
    const socket = connect(server.port(), "127.0.0.1");
    await once(socket, "connect");
    const body = `${partHead}half of the text`;
    socket.write(`${head("chunked")}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    let answer = "";
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("upload-incomplete");
    await nothingWasKept();
  });
});
