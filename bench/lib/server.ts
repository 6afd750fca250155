import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { programFile } from "../../scripts/lib/build-server.mjs";
import { findFreePort } from "../../src/platform/database/free-local-port.ts";
import type { BenchDatabase, Place } from "./place.ts";
import { SECRET } from "./sessions.ts";

/** What the server said. */
export interface Said {
  readonly status: number;
  readonly body: Buffer;
}

/** A question to the server; a body is sent as JSON unless it is bytes with a type of their own. */
export interface Asking {
  readonly method?: "GET" | "POST";
  /** Below /api/v1. */
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The program as `npm start` runs it, in a process of its own on a bench database. Stopped when disposed. */
export interface BenchServer extends AsyncDisposable {
  readonly port: number;
  ask(asking: Asking): Promise<Said>;
  /** Resident memory in megabytes: now, and the most since the start. Undefined where the system does not tell. */
  memory(): { readonly now: number; readonly peak: number } | undefined;
}

const ROOT = resolve(import.meta.dirname, "../..");
const CLOCK = new URL("./clock.ts", import.meta.url).href;
const PATIENCE_MS = 60_000;
const API = "/api/v1";

/** Starts the program, at the moment `at` of its own clock when one is given, and waits until it serves. Its connections are kept open from question to question, like a browser's. */
export async function startServer(
  place: Place,
  bench: BenchDatabase,
  { at, variables = {} }: { at?: Date; variables?: Readonly<Record<string, string>> } = {},
): Promise<BenchServer> {
  const port = await findFreePort();
  const child = spawn(process.execPath, ["--import", CLOCK, join(ROOT, programFile()), "serve"], {
    env: {
      ...process.env,
      DATABASE_URL: bench.adminUrl,
      DATA_DIR: mkdtempSync(join(place.folder, "server-")),
      PORT: String(port),
      HOST: "127.0.0.1",
      BASE_URL: "http://localhost:3000",
      SESSION_SECRET: SECRET,
      NODE_ENV: "development",
      DEMO: "0",
      LOG_LEVEL: "warn",
      BENCH_NOW: at?.toISOString() ?? "",
      ...variables,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  place.children.add(child);
  const ended = once(child, "exit");
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const stop = async (): Promise<void> => {
    agent.destroy();
    child.kill("SIGTERM");
    await ended;
    place.children.delete(child);
  };
  try {
    await untilReady(port, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    ask: (asking) => ask(agent, port, asking),
    memory: () => memoryOf(child.pid),
    [Symbol.asyncDispose]: stop,
  };
}

async function untilReady(port: number, hasEnded: () => boolean): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE_MS && !hasEnded()) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error("the server did not begin to serve");
}

/** Asks like a browser does: it would take a compressed answer. The bytes are read to their end. */
function ask(agent: Agent, port: number, { method = "GET", path, cookie, body, headers = {} }: Asking): Promise<Said> {
  const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const { promise, resolve: done, reject } = Promise.withResolvers<Said>();
  const sent = request({
    agent,
    port,
    host: "127.0.0.1",
    method,
    path: API + path,
    headers: {
      cookie,
      "accept-encoding": "gzip, deflate, br",
      ...(payload && { "content-type": "application/json", "content-length": String(payload.length) }),
      ...headers,
    },
  });
  sent.on("error", reject);
  sent.on("response", (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("error", reject);
    answer.on("end", () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
  });
  sent.end(payload);
  return promise;
}

function memoryOf(pid: number | undefined): { now: number; peak: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
  } catch {
    return undefined;
  }
}
