import type { z } from "zod";
import { type Actor, decodeCursor, encodeCursor, idText, invalidCursor } from "../kernel/index.ts";
import { type FundLine, type LineFilter, type LinePosition, ledger } from "../ledger/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Page } from "../platform/http/index.ts";
import type { StatementFileQuery, StatementLine, StatementQuery } from "./fund-contract.ts";
import { assertMayView } from "./fund-queries.ts";
import { loadFund } from "./fund-store.ts";
import { type StatementWords, statementWords } from "./statement-sources.ts";
import { wordsFor } from "./statement-words.ts";

/** A line of a statement on the wire. */
export type LineOut = z.input<typeof StatementLine>;

const ORDER = "-position";

/** Every movement of a fund's money with its source, newest first; 404 outside the actor's programs and locations. */
export async function fundStatement(
  tx: Tx,
  actor: Actor,
  fundId: string,
  list: z.output<typeof StatementQuery>,
): Promise<Page<LineOut>> {
  const fund = await loadFund(tx, fundId);
  assertMayView(actor, fund);
  const after = list.cursor === undefined ? undefined : positionIn(list.cursor);
  const lines = await ledger.fundLines(tx, fundId, { ...filterOf(list), limit: list.limit + 1, after });
  const items = lines.slice(0, list.limit);
  const words = await statementWords(tx, actor, fund, items);
  const last = items.at(-1);
  const more = lines.length > list.limit && last !== undefined;
  return {
    items: items.map((line) => lineOut(line, words)),
    nextCursor: more ? encodeCursor(ORDER, [last.position.toString(), String(last.ordinal)]) : null,
  };
}

/** What a query asks of the ledger. */
export function filterOf({ kind, source, from, to }: z.output<typeof StatementFileQuery>): LineFilter {
  return { templates: kind, sourceTypes: source, from, to };
}

function positionIn(cursor: string): LinePosition {
  const [position, ordinal] = decodeCursor(ORDER, 2, cursor);
  if (!position || !ordinal || !/^\d{1,18}$/.test(position) || !/^\d{1,4}$/.test(ordinal)) throw invalidCursor();
  return { position: BigInt(position), ordinal: Number(ordinal) };
}

/** A line of the ledger as a statement shows it. */
export function lineOut(line: FundLine, words: StatementWords): LineOut {
  const { label, name, planId } = words.sourceOf(line);
  return {
    id: `${idText("entry", line.entryId)}-${line.ordinal}`,
    recordedAt: line.recordedAt.toISOString(),
    recordedOn: words.recordedOn(line),
    effectiveOn: line.effectiveOn,
    kind: line.template,
    text: wordsFor(line),
    from: line.from,
    to: line.to,
    amount: toWire(line.change),
    moved: toWire(line.moved),
    availableAfter: toWire(line.availableAfter),
    payingEntities: line.payingEntities.map(({ payingEntity, amount }) => ({
      code: payingEntity,
      amount: toWire(amount),
    })),
    reasonCode: line.reasonCode,
    reason: words.reasonOf(line),
    note: line.note,
    source: {
      type: line.sourceType,
      id: idText(line.sourceType === "plan-payment" ? "planPayment" : line.sourceType, line.sourceId),
      label,
      name,
      plan: planId === null ? null : idText("plan", planId),
    },
  };
}
