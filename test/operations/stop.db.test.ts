import { existsSync, rmSync } from "node:fs";
import { type ClientRequest, request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../builders/mail-server.ts";
import { makeDemo } from "../program/demo-folder.ts";
import { ACKNOWLEDGED, claimableFund, readyClaim } from "../program/ready-claim.ts";
import { makeDataDir, type RunningProgram, startProgram, startWork } from "../program/start-program.ts";
import { signIn } from "../program/visitor.ts";

const PARTNER = "incentives-admin@partner.example";
let dataDir = "";
let running: RunningProgram | undefined;
let mailServer: MailServer | undefined;
beforeEach(() => {
  dataDir = makeDataDir();
});
afterEach(async () => {
  await running?.stop();
  await mailServer?.close();
  [running, mailServer] = [undefined, undefined];
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`it did not happen: ${what}`);
}

/** The first half of an upload, and how to send the rest. */
function beginUpload(baseUrl: string, cookie: string) {
  const edge = "edge-of-the-parts";
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="note.txt"\r\ncontent-type: text/plain\r\n\r\n`;
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; connection: string | undefined }>();
  const upload: ClientRequest = request(`${baseUrl}/api/v1/files`, {
    method: "POST",
    headers: { cookie, "content-type": `multipart/form-data; boundary=${edge}` },
  });
  upload.on("error", reject).on("response", (answer) => {
    answer.resume().on("end", () => resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }));
  });
  upload.write(`${head}The first half, `);
  return { answered: promise, finish: () => upload.end(`the second half.\r\n--${edge}--\r\n`) };
}

const jobs = async (program: RunningProgram, queue: string, state: string): Promise<number> => {
  const text = await (await fetch(`${program.baseUrl}/metrics`)).text();
  return Number(new RegExp(`^jobs\\{queue="${queue}",state="${state}"\\} (\\d+)$`, "m").exec(text)?.[1]);
};

describe("a program that is told to stop", () => {
  test("lets an upload end that is half-way, answers it, and takes no new request meanwhile", async () => {
    await makeDemo(dataDir);
    const program = await startProgram({ DATA_DIR: dataDir });
    running = program;
    const { cookie } = await signIn(program.baseUrl, PARTNER);
    const upload = beginUpload(program.baseUrl, cookie);
    await pause(300);
    program.signal("SIGTERM");
    await until("it says that it stops", () => program.output().includes("Stopping: SIGTERM"));
    await until("it takes no new request", () =>
      fetch(`${program.baseUrl}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    upload.finish();
    expect(await upload.answered).toEqual({ status: 201, connection: "close" });
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toContain("cut off");
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("lets a running job end: the mail that was on its way is sent once, and not again after the next start", async () => {
    const reading = Promise.withResolvers<void>();
    mailServer = await startMailServer({
      think: (accept) => {
        reading.resolve();
        setTimeout(accept, 2000);
      },
    });
    await makeDemo(dataDir);
    const variables = { DATA_DIR: dataDir, SMTP_URL: mailServer.url };
    const first = await startProgram(variables);
    running = first;
    const visitor = await signIn(first.baseUrl, PARTNER);
    const id = await readyClaim(visitor, await claimableFund(visitor));
    await visitor.ask(`/claims/${id}/submission`, ACKNOWLEDGED);
    await reading.promise;
    expect(mailServer.mails).toHaveLength(0);
    expect(await first.stop()).toBe(0);
    const sent = mailServer.mails.length;
    expect(sent).toBeGreaterThan(0);
    const second = await startProgram(variables);
    running = second;
    await until("nothing is left to do", async () => (await jobs(second, "mail", "waiting")) === 0);
    const letters = mailServer.mails.map(({ headers }) => headers.get("message-id"));
    expect(letters.length).toBeGreaterThanOrEqual(sent);
    expect(new Set(letters).size).toBe(letters.length);
    expect(await jobs(second, "mail", "failed")).toBe(0);
  });
});

describe("web server and jobs in processes of their own", () => {
  test("a web server without jobs leaves them waiting and says so; a worker beside it does them", async () => {
    await makeDemo(dataDir);
    const program = await startProgram({ DATA_DIR: dataDir }, ["--without-jobs"]);
    running = program;
    expect(await (await fetch(`${program.baseUrl}/readyz`)).json()).toMatchObject({ worker: "elsewhere" });
    await pause(1500);
    expect(await jobs(program, "event", "waiting")).toBeGreaterThan(0);
    const worker = await startWork({ DATA_DIR: dataDir });
    await until("the jobs are done", async () => (await jobs(program, "event", "waiting")) === 0);
    expect(await worker.stop()).toBe(0);
    expect((await fetch(`${program.baseUrl}/readyz`)).status).toBe(200);
  });

  test("a worker alone brings its own database and leaves no server behind", async () => {
    const worker = await startWork({ DATA_DIR: dataDir });
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(true);
    expect(await worker.stop()).toBe(0);
    expect(worker.output()).toContain("Stopping: SIGTERM");
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
    expect(existsSync(join(dataDir, "fundproof.lock"))).toBe(false);
  });
});
