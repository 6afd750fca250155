import { loadLocation } from "../identity/index.ts";
import { type Actor, notFound, uuidOf } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { programByCode } from "./program-queries.ts";

/** A code of a catalogue. */
const CODE = /^[a-z0-9-]{1,80}$/;

/**
 * Refuses a program or location outside the actor's scope, whatever else the body holds (docs/api.md, order of checks).
 * What is no id at all is left to the check of the body.
 */
export async function assertPlaceInSight(tx: Tx, actor: Actor, body: () => unknown): Promise<void> {
  const asked = body();
  if (typeof asked !== "object" || asked === null) return;
  const { program, location } = asked as { program?: unknown; location?: unknown };
  const locationId = typeof location === "string" ? uuidOf("location", location) : undefined;
  if (locationId !== undefined) await loadLocation(tx, actor, locationId);
  if (typeof program !== "string" || !CODE.test(program)) return;
  if (!(await programByCode(tx, program))) throw notFound("program");
}
