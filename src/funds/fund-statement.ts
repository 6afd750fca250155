import type { z } from "zod";
import { type Actor, decodeCursor, encodeCursor, idText, invalidCursor } from "../kernel/index.ts";
import { type FundLine, type LinePosition, ledger } from "../ledger/index.ts";
import { toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Page } from "../platform/http/index.ts";
import type { StatementLine, StatementQuery } from "./fund-contract.ts";
import { assertMayView } from "./fund-queries.ts";
import { loadFund } from "./fund-store.ts";
import { SOURCE_LABELS, wordsFor } from "./statement-words.ts";

type LineOut = z.input<typeof StatementLine>;

const ORDER = "-position";

/** Every movement of a fund's money with its source, newest first; 404 outside the actor's programs and locations. */
export async function fundStatement(
  tx: Tx,
  actor: Actor,
  fundId: string,
  list: z.output<typeof StatementQuery>,
): Promise<Page<LineOut>> {
  assertMayView(actor, await loadFund(tx, fundId));
  const after = list.cursor === undefined ? undefined : positionIn(list.cursor);
  const lines = await ledger.fundLines(tx, fundId, { limit: list.limit + 1, after });
  const items = lines.slice(0, list.limit);
  const last = items.at(-1);
  const more = lines.length > list.limit && last !== undefined;
  return {
    items: items.map(lineOut),
    nextCursor: more ? encodeCursor(ORDER, [last.position.toString(), String(last.ordinal)]) : null,
  };
}

function positionIn(cursor: string): LinePosition {
  const [position, ordinal] = decodeCursor(ORDER, 2, cursor);
  if (!position || !ordinal || !/^\d{1,18}$/.test(position) || !/^\d{1,4}$/.test(ordinal)) throw invalidCursor();
  return { position: BigInt(position), ordinal: Number(ordinal) };
}

function lineOut(line: FundLine): LineOut {
  return {
    id: `${idText("entry", line.entryId)}-${line.ordinal}`,
    recordedAt: line.recordedAt.toISOString(),
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
    note: line.note,
    source: {
      type: line.sourceType,
      id: idText(line.sourceType, line.sourceId),
      label: SOURCE_LABELS[line.sourceType],
    },
  };
}
