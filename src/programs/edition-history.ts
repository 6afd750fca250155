import type { z } from "zod";
import { personNames } from "../identity/index.ts";
import { idText, word } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import type { EditionHistory } from "./edition-contract.ts";
import type { EditionRecord } from "./edition-record.ts";
import { EditionStatusWire } from "./program-contract.ts";

/** What each event of an edition is called. */
const EVENT_LABELS: Readonly<Record<string, string>> = {
  "edition.drafted": word("Draft made"),
  "edition.changed": word("Changed"),
  "edition.validated": word("Validated"),
  "edition.publication-requested": word("Publication asked for"),
  "edition.publication-withdrawn": word("Request for publication taken back"),
  "edition.published": word("Published"),
  "edition.superseded": word("Superseded"),
  "edition.deleted": word("Draft deleted"),
};

/** Everything that happened to an edition, oldest first. */
export async function editionHistory(tx: Tx, edition: EditionRecord): Promise<z.input<typeof EditionHistory>> {
  const happened = await events.history(tx, "edition", edition.id);
  const names = await personNames(
    tx,
    happened.map((event) => event.actorPersonId),
  );
  return {
    items: happened.map((event) => ({
      id: idText("event", event.id),
      at: event.at.toISOString(),
      type: event.type,
      label: EVENT_LABELS[event.type] ?? event.type,
      actor: { name: names.get(event.actorPersonId) ?? "Fundproof", side: event.actorSide },
      from: EditionStatusWire.nullable().parse(event.fromStatus),
      to: EditionStatusWire.nullable().parse(event.toStatus),
      effectiveOn: typeof event.facts["effectiveOn"] === "string" ? event.facts["effectiveOn"] : null,
    })),
  };
}
