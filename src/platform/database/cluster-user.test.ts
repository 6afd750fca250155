import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findClosedFolder, findUser, openWayTo } from "./cluster-user.ts";

/** Nobody on this machine has this id, so the rights of "others" decide. */
const stranger = { name: "stranger", uid: 64_999, gid: 64_999 };

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fundproof-user-")));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "parent", "data"), { recursive: true });
  for (const path of ["parent", "parent/data"]) chmodSync(join(folder, path), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the way to the database's files", () => {
  test("is free when every folder may be passed", () => {
    expect(findClosedFolder(join(folder, "parent", "data"), stranger)).toBeUndefined();
  });

  test("that a parent folder forbids: the message names the folder and three ways out", () => {
    chmodSync(join(folder, "parent"), 0o700);
    const attempt = (): void => openWayTo(join(folder, "parent", "data"), stranger);
    expect(attempt).toThrow(`chmod o+x ${join(folder, "parent")}`);
    expect(attempt).toThrow(/DATA_DIR=[\s\S]*an ordinary user/);
    expect(statSync(join(folder, "parent")).mode & 0o777).toBe(0o700);
  });

  test("is opened where the data folder itself is closed, for passing only", () => {
    chmodSync(join(folder, "parent", "data"), 0o700);
    openWayTo(join(folder, "parent", "data"), stranger);
    expect(statSync(join(folder, "parent", "data")).mode & 0o777).toBe(0o711);
  });

  test("looks at the owner's rights first, then the group's", () => {
    const { uid, gid } = statSync(folder);
    chmodSync(join(folder, "parent"), 0o701);
    expect(findClosedFolder(join(folder, "parent"), { name: "owner", uid, gid })).toBeUndefined();
    expect(findClosedFolder(join(folder, "parent"), { name: "group", uid: 64_999, gid })).toBe(join(folder, "parent"));
  });
});

describe("the user of the database", () => {
  const passwd =
    "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104::/var:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n";

  test("is found by name", () => {
    expect(findUser(passwd, "postgres")).toEqual({ name: "postgres", uid: 101, gid: 104 });
    expect(findUser(passwd, "postgre")).toBeUndefined();
  });

  test("is never root", () => {
    expect(findUser("postgres:x:0:0::/:/bin/sh", "postgres")).toBeUndefined();
  });
});
