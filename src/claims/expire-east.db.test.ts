import { expect, test } from "vitest";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, type World } from "../../test/builders/world.ts";
import { useDatabase } from "../../test/database/use-database.ts";
import { expireClaims } from "./expire-claims.ts";

const database = useDatabase();
let world: World;
const desk = claimDesk(database, () => world);

test("in a program of Auckland, a draft ends when the window's last day ends there, while it still is that day in UTC", async () => {
  world = await buildWorld(database.db, { edition: { timeZone: "Pacific/Auckland" } });
  const id = await desk.make({ bare: true });
  expect(await expireClaims(database.db, new Date("2027-02-15T10:59:59Z"))).toBe(0);
  expect(await expireClaims(database.db, new Date("2027-02-15T11:00:00Z"))).toBe(1);
  expect((await desk.look(id)).status).toBe("expired");
});
