import type { z } from "zod";
import { type Actor, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { changeWire, type EditionDiff, type ProgramChanges } from "./change-contract.ts";
import { changesForPartners, type EditionChange } from "./changes/edition-changes.ts";
import { documentChanges } from "./document-changes.ts";
import { heads, toHead } from "./edition-queries.ts";
import { recordById } from "./edition-record.ts";
import { ONCE_PUBLISHED } from "./edition-transitions.ts";
import type { EditionHead } from "./program.ts";
import { editionSummaryWire } from "./program-contract.ts";

/** How many of the newest versions a partner is told about. */
const TOLD_VERSIONS = 6;

/** What was found between two contents, by their hashes: hashes name one content, whoever asks. */
const found = new Map<string, readonly EditionChange[]>();
const MOST_FOUND = 200;

/**
 * What is different in another version of the same program. Partners see what concerns them, of what is published. Of two
 * program years, the older one is moved to the newer year first, so that dates which follow the rule are no change.
 */
export async function diffEditions(
  tx: Tx,
  actor: Actor,
  fromId: string,
  toId: string,
): Promise<z.input<typeof EditionDiff>> {
  const from = await recordById(tx, fromId);
  const to = await recordById(tx, toId);
  if (from.programId !== to.programId) throw notFound("edition of this program");
  const all = compared(from, to);
  const changes = actor.side === "partner" ? changesForPartners(all) : all;
  const count = (effect: EditionChange["effect"]) => changes.filter((change) => change.effect === effect).length;
  return {
    from: editionSummaryWire(from),
    to: editionSummaryWire(to),
    movedToYear: movedTo(from, to),
    better: count("better"),
    worse: count("worse"),
    neutral: count("neutral"),
    changes: changes.map(changeWire),
  };
}

/** What changed for partners with each of the newest published versions, against the one it took over from. */
export async function programChanges(tx: Tx, programId: string): Promise<z.input<typeof ProgramChanges>> {
  const rows = await heads(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.status", "in", ONCE_PUBLISHED)
    .orderBy("program_edition.starts_on")
    .orderBy("program_edition.version")
    .execute();
  const versions = rows.map(toHead);
  const items = [];
  for (const [index, to] of [...versions.entries()].toReversed().slice(0, TOLD_VERSIONS)) {
    const from = versions[index - 1];
    if (!from) continue;
    const changes = changesForPartners(compared(await recordById(tx, from.id), await recordById(tx, to.id)));
    if (changes.length === 0) continue;
    const pair = { from: editionSummaryWire(from), to: editionSummaryWire(to) };
    items.push({ ...pair, movedToYear: movedTo(from, to), changes: changes.map(changeWire) });
  }
  return { items };
}

type Comparable = EditionHead & { readonly document: unknown };

function compared(from: Comparable, to: Comparable): readonly EditionChange[] {
  const key = `${from.documentHash} ${to.documentHash}`;
  const known = found.get(key);
  if (known) return known;
  const changes = documentChanges(from.document, to.document, to.programYear);
  if (found.size >= MOST_FOUND) found.clear();
  found.set(key, changes);
  return changes;
}

function movedTo(from: EditionHead, to: EditionHead): string | null {
  return from.programYear === to.programYear ? null : to.programYear;
}
