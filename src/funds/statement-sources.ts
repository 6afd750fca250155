import { holds } from "../identity/index.ts";
import type { Actor } from "../kernel/index.ts";
import type { FundLine } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, editionById, reasonCodeOf } from "../programs/index.ts";
import { type Fund, pairOf } from "./fund.ts";
import { SOURCE_LABELS } from "./statement-words.ts";

/** What a line comes from, as its reader may know it. */
export interface SourceWords {
  readonly label: string;
  readonly name: string | null;
}

/** What the lines of one fund's statement are called: their sources and their reasons. */
export interface StatementWords {
  readonly sourceOf: (line: FundLine) => SourceWords;
  readonly reasonOf: (line: FundLine) => string | null;
}

/**
 * Looks up what some lines come from, in one query. Numbers and names of claims are for those who may see the claims of the
 * fund's program and location; others read that it was a claim, and no more.
 */
export async function statementWords(
  tx: Tx,
  actor: Actor,
  fund: Fund,
  lines: readonly FundLine[],
): Promise<StatementWords> {
  const edition = await editionById(tx, fund.usageEditionId);
  const claims = holds(actor, "claim.view", pairOf(fund)) ? await claimsOf(tx, lines) : new Map<string, SourceWords>();
  return {
    sourceOf: ({ sourceType, sourceId }) => claims.get(sourceId) ?? { label: SOURCE_LABELS[sourceType], name: null },
    reasonOf: ({ reasonCode }) => reasonIn(edition, reasonCode),
  };
}

async function claimsOf(tx: Tx, lines: readonly FundLine[]): Promise<ReadonlyMap<string, SourceWords>> {
  const ids = [...new Set(lines.filter(({ sourceType }) => sourceType === "claim").map(({ sourceId }) => sourceId))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom("claim").select(["id", "number", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, number, name }) => [id, { label: number, name }]));
}

function reasonIn(edition: Edition | undefined, code: string | null): string | null {
  if (code === null) return null;
  return (edition && reasonCodeOf(edition.document, code)?.label) ?? null;
}
