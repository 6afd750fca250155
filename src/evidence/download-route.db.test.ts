import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { fixture, json, useFileServer } from "../../test/builders/file-server.ts";
import { useDatabase } from "../../test/database/use-database.ts";

const { send, get } = useFileServer(useDatabase(), 200_000);

describe("a file is read", () => {
  let id = "";
  let content: Buffer;
  beforeAll(async () => {
    content = await fixture("screenshot.png");
    id = (await json(await send(content, "screenshot.png"))).id;
  });

  test("whole, with headers that keep it from acting in the name of the program", async () => {
    const response = await get(`${id}/content`);
    const header = (name: string) => response.headers.get(name);
    expect(response.status).toBe(200);
    expect(header("content-type")).toBe("image/png");
    expect(header("content-length")).toBe(String(content.length));
    expect(header("etag")).toBe(`"${createHash("sha256").update(content).digest("hex")}"`);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(header("cache-control")).toBe("private, no-cache");
    expect(header("content-disposition")).toMatch(/^inline; /);
    expect(header("accept-ranges")).toBe("bytes");
  });

  test("what a browser should not show by itself is offered for download", async () => {
    const xml = await json(await send(await fixture("invoice.xml"), "invoice.xml"));
    expect((await get(`${xml.id}/content`)).headers.get("content-disposition")).toMatch(/^attachment; /);
  });

  test("in ranges", async () => {
    const part = await get(`${id}/content`, "partner", { range: "bytes=10-19" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 10-19/${content.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(10, 20));
    const beyond = await get(`${id}/content`, "partner", { range: "bytes=999999-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${content.length}`]);
    expect((await json(beyond)).code).toBe("range-not-satisfiable");
    const changed = await get(`${id}/content`, "partner", { range: "bytes=0-1", "if-range": '"another"' });
    expect(changed.status).toBe(200);
    await changed.arrayBuffer();
  });

  test("not again when the browser has it, and only its head when asked", async () => {
    const etag = (await get(`${id}/content`, "partner")).headers.get("etag") ?? "";
    expect((await get(`${id}/content`, "partner", { "if-none-match": etag })).status).toBe(304);
    const head = await get(`${id}/content`, "partner", {}, "HEAD");
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(content.length)]);
  });

  test("by the reviewer, but not by another partner, nor by an administrator of the vendor", async () => {
    expect((await get(`${id}/content`, "reviewer")).status).toBe(200);
    expect((await get(id, "vendor-admin")).status).toBe(403);
    for (const path of [id, `${id}/content`]) {
      const foreign = await get(path, "other");
      const unknown = await get(path.replace(id, "fil_00000000000000000000000000"), "other");
      expect([foreign.status, await foreign.json()]).toEqual([404, await unknown.json()]);
    }
    expect((await get("clm_00000000000000000000000000")).status).toBe(404);
    expect((await get("nonsense")).status).toBe(404);
  });
});
