import { request } from "node:http";
import { Readable } from "node:stream";
import { createDatabase } from "../src/platform/database/index.ts";
import { buildWorld } from "../test/builders/world.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import type { Figure } from "./lib/figures.ts";
import { openBenchDatabase, type Place } from "./lib/place.ts";
import { type BenchServer, startServer } from "./lib/server.ts";
import { openSessions } from "./lib/sessions.ts";

/**
 * How much memory the program holds while it receives one large file, after the limit was raised with MAX_UPLOAD_BYTES. Beside
 * it what it holds when it has just started.
 */
export const uploadMemory: Benchmark = { title: "an upload of 256 MB", run: measure };

const MEGABYTE = 1_048_576;
const SIZES = { full: { megabytes: 256 }, tiny: { megabytes: 2 } } as const;
const EDGE = "----fundproof-bench";
const HEAD = `--${EDGE}\r\ncontent-disposition: form-data; name="file"; filename="large.txt"\r\ncontent-type: text/plain\r\n\r\n`;
const TAIL = `\r\n--${EDGE}--\r\n`;

async function measure(place: Place): Promise<Figure[]> {
  const { megabytes } = SIZES[place.size];
  await using bench = await openBenchDatabase(place, "upload-memory");
  const database = createDatabase(bench.appUrl, { max: 2 });
  try {
    const world = await buildWorld(database.db);
    const [cookie = ""] = await openSessions(bench, [world.incentivesAdmin.personId]);
    const limit = String((megabytes + 1) * MEGABYTE);
    await using server = await startServer(place, bench, { variables: { MAX_UPLOAD_BYTES: limit } });
    const before = server.memory();
    const began = performance.now();
    await upload(server, cookie, megabytes);
    const seconds = (performance.now() - began) / 1000;
    const after = server.memory();
    const speed: Figure = {
      what: `${megabytes} MB received`,
      measured: { value: megabytes / seconds, unit: "MB per second" },
    };
    if (!before || !after) return [speed];
    return [
      {
        what: "resident memory, the most",
        measured: { value: after.peak, unit: "MB" },
        goal: { atMost: 400 },
        reference: { value: before.now, unit: "MB", what: "just started" },
      },
      speed,
    ];
  } finally {
    await database.close();
  }
}

/** Sends a text file of a size that is never whole in memory here either. */
async function upload(server: BenchServer, cookie: string, megabytes: number): Promise<void> {
  const block = Buffer.alloc(MEGABYTE, "A line of a report, as long as it has to be.\n");
  function* body(): Generator<Buffer | string> {
    yield HEAD;
    for (let n = 0; n < megabytes; n += 1) yield block;
    yield TAIL;
  }
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sent = request({
    host: "127.0.0.1",
    port: server.port,
    method: "POST",
    path: "/api/v1/files",
    headers: {
      cookie,
      "content-type": `multipart/form-data; boundary=${EDGE}`,
      "content-length": String(HEAD.length + megabytes * MEGABYTE + TAIL.length),
    },
  });
  sent.on("error", reject);
  sent.on("response", (answer) => {
    answer.resume();
    answer.on("end", () => resolve(answer.statusCode ?? 0));
  });
  Readable.from(body(), { objectMode: false }).pipe(sent);
  const status = await promise;
  if (status !== 201) throw new Error(`the upload answered ${status}`);
}
