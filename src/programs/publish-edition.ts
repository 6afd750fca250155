import type { Command } from "../kernel/index.ts";
import { notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { editionById } from "./edition-queries.ts";
import { lockRecord } from "./edition-record.ts";
import type { Edition } from "./program.ts";
import { type PublicationBody, publishDraft } from "./publish-draft.ts";

/**
 * Publishes what was imported, for seeds and the command line: what is published already is given back, so that both may be
 * repeated. Everything else is {@link publishDraft}.
 */
export async function publishEdition(
  tx: Tx,
  command: Command,
  editionId: string,
  body: PublicationBody = {},
): Promise<Edition> {
  const { status } = await lockRecord(tx, editionId);
  if (status !== "published") await publishDraft(tx, command, editionId, () => body);
  const edition = await editionById(tx, editionId);
  if (!edition) throw notFound("edition");
  return edition;
}
