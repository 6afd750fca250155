import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { coopFor, editionDesk } from "../../test/builders/edition-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { useWire } from "../../test/wire/wire.ts";
import { idText } from "../kernel/index.ts";

// Windows and activity types are asked often and are the same for everybody: they are answered from memory.

const database = useDatabase();
const wire = useWire(database);
let world: World;
const desk = editionDesk(wire, () => world);
const ROUTES = ["/programs/coop/windows", "/programs/coop/activity-types", "/programs/coop/windows?on=2026-11-27"];

beforeAll(async () => {
  world = await buildWorld(database.db);
});

describe("what is published", () => {
  test.each(ROUTES)("%s: the same answer again, and none for who has it already", async (path) => {
    const first = await wire.get(world.incentivesAdmin, path);
    const again = await wire.get(world.other.admin, path);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.text).toBe(first.text);
    expect(first.headers).toMatchObject({ "cache-control": "private, no-cache", etag: again.headers["etag"] });
    const known = await wire.get(world.incentivesAdmin, path, { "if-none-match": first.headers["etag"] ?? "" });
    expect([known.status, known.text]).toEqual([304, ""]);
    const other = await wire.get(world.incentivesAdmin, path, { "if-none-match": '"another"' });
    expect(other.status).toBe(200);
  });

  test("is sent compressed to who takes it so", async () => {
    const answer = await fetchRaw(ROUTES[1] ?? "");
    expect(answer.encoding).toBe("gzip");
    expect(JSON.parse(gunzipSync(answer.bytes).toString("utf8"))).toMatchObject({ items: expect.any(Array) });
  });

  test.each(ROUTES)(
    "%s: nobody without a session gets it from memory, and no program that is unknown",
    async (path) => {
      expect((await wire.get(undefined, path)).status).toBe(401);
      expect((await wire.get(world.incentivesAdmin, path.replace("coop", "unknown"))).status).toBe(404);
      expect((await wire.get(world.incentivesAdmin, `${path.split("?")[0]}?on=tomorrow`)).status).toBe(422);
    },
  );

  test("is answered anew at once when a correction is published", async () => {
    const before = await Promise.all(ROUTES.map((path) => wire.get(world.incentivesAdmin, path)));
    const draft = desk.asEdition(await desk.copy(idText("edition", world.edition.id)));
    const document = coopFor("FY27");
    const types = document["activityTypes"] as { name: string }[];
    const windows = document["windows"] as { proofDeadline: string }[];
    await desk.change(
      draft.id,
      {
        ...document,
        activityTypes: types.map((type) => ({ ...type, name: `${type.name}, corrected` })),
        windows: windows.map((window) => ({ ...window, proofDeadline: `${window.proofDeadline.slice(0, 4)}-12-31` })),
      },
      "*",
    );
    const meanwhile = await Promise.all(ROUTES.map((path) => wire.get(world.incentivesAdmin, path)));
    expect(meanwhile.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect((await desk.publish(draft.id)).status).toBe(200);
    for (const [index, path] of ROUTES.entries()) {
      const after = await wire.get(world.incentivesAdmin, path, {
        "if-none-match": before[index]?.headers["etag"] ?? "",
      });
      expect(after.status, path).toBe(200);
      expect(after.text).toMatch(/corrected|-12-31/);
    }
  });
});

async function fetchRaw(path: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  const said = await wire.call(world.incentivesAdmin, "GET", path, { headers: { "accept-encoding": "gzip" } });
  return { encoding: said.headers["content-encoding"], bytes: said.bytes };
}
