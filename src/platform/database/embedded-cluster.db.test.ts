import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "./embedded-cluster.ts";

let home = "";
let folder = "";
let running: Cluster | undefined;
beforeEach(() => {
  home = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "fundproof-cluster-"));
  folder = join(home, "postgres");
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(home, { recursive: true, force: true });
});

async function start(fast = true): Promise<Cluster> {
  running = await startCluster({ folder, fast });
  return running;
}

async function ask(cluster: Cluster, query: string): Promise<unknown> {
  const client = new pg.Client(cluster.url("postgres"));
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: query, rowMode: "array" })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const postmaster = (): number => Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);

describe("the embedded PostgreSQL", () => {
  test("keeps its data over a stop and a start", async () => {
    const first = await start();
    await ask(first, "create table kept as select 42 as n");
    await first.stop();
    expect(first.isRunning()).toBe(false);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, "select n from kept")).toBe(42);
  });

  test("is heard on this machine only and asks for a password", async () => {
    const cluster = await start();
    expect(await ask(cluster, "show listen_addresses")).toBe("127.0.0.1");
    expect(await ask(cluster, "select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256'")).toBe(
      0,
    );
    expect(
      await ask(cluster, "select datlocprovider::text || datcollate from pg_database where datname = 'postgres'"),
    ).toBe("bC");
  });

  test("left by a killed program is taken over by the next one", async () => {
    const first = await start();
    const second = await start();
    expect(second.adopted).toBe(true);
    expect(second.url("postgres")).toBe(first.url("postgres"));
  });

  test("that was killed starts again, and its old pid file does not stand in the way", async () => {
    const first = await start(false);
    await ask(first, "create table kept as select 42 as n");
    process.kill(postmaster(), "SIGKILL");
    await pause(50);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, "select n from kept")).toBe(42);
  });

  test("that was killed under a running program comes back on the same port", async () => {
    const cluster = await start();
    expect(cluster.isRunning()).toBe(true);
    process.kill(postmaster(), "SIGKILL");
    await pause(100);
    expect(cluster.isRunning()).toBe(false);
    await cluster.restart();
    expect(await ask(cluster, "select 1")).toBe(1);
  });

  test("starts although the id in an old pid file belongs to another program now", async () => {
    await (await start()).stop();
    writeFileSync(join(folder, "postmaster.pid"), `${process.ppid}\n${folder}\n1750000000\n5432\n\n127.0.0.1\n`);
    expect((await start()).adopted).toBe(false);
  });

  test("starts although a crash cut the pid file off", async () => {
    await (await start()).stop();
    writeFileSync(join(folder, "postmaster.pid"), "12");
    expect((await start()).adopted).toBe(false);
  });

  test("starts although an earlier first start was killed half-way", async () => {
    mkdirSync(`${folder}.new`);
    writeFileSync(join(`${folder}.new`, "PG_VERSION"), "18");
    writeFileSync(`${folder}.password`, "half");
    expect(await ask(await start(), "select 1")).toBe(1);
  });

  test("never touches a folder that holds something else", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "thesis.doc"), "years of work");
    await expect(start()).rejects.toThrow(/holds files but no database/);
    expect(readFileSync(join(folder, "thesis.doc"), "utf8")).toBe("years of work");
  });

  test("tells when its password file is gone", async () => {
    await (await start()).stop();
    running = undefined;
    rmSync(`${folder}.password`);
    const cluster = await startCluster({ folder, fast: true });
    expect(() => cluster.url("postgres")).toThrow(/password of the database.*is missing/);
    await cluster.stop();
  });
});
