import { personNames } from "../identity/index.ts";
import type { Tx } from "../platform/database/index.ts";

/** A row of the vendor's decisions on a claim or plan. */
export interface DecisionRow {
  readonly verb: string;
  readonly reason_code: string | null;
  readonly comment: string | null;
  readonly item: string | null;
  readonly decided_at: Date;
  readonly decided_by: string;
}

/** What a reason of the edition says. */
export interface ReasonWords {
  readonly label: string;
  readonly whatToDo?: string | undefined;
}

/** The last word of the vendor on a claim or plan, as its page shows it. */
export interface LastSaid {
  readonly verb: string;
  readonly item: string | null;
  readonly words: {
    reasonCode: string | null;
    reason: string | null;
    whatToDo: string | null;
    comment: string | null;
    at: string;
    by: string;
  };
}

/** The words of the latest decision: a request, an approval or a rejection. */
export async function lastSaid(
  tx: Tx,
  row: DecisionRow | undefined,
  reasonOf: (code: string) => ReasonWords | undefined,
): Promise<LastSaid | undefined> {
  if (!row) return undefined;
  const reason = row.reason_code === null ? undefined : reasonOf(row.reason_code);
  const names = await personNames(tx, [row.decided_by]);
  return {
    verb: row.verb,
    item: row.item,
    words: {
      reasonCode: row.reason_code,
      reason: reason?.label ?? null,
      whatToDo: reason?.whatToDo ?? null,
      comment: row.comment,
      at: row.decided_at.toISOString(),
      by: names.get(row.decided_by) ?? "",
    },
  };
}

/** The decision that ended a review, when that was the last word. */
export function decisionOf(
  decidedAt: Date | null,
  said: LastSaid | undefined,
): (LastSaid["words"] & { kind: "approved" | "rejected" }) | null {
  if (!said || decidedAt === null) return null;
  return { ...said.words, kind: said.verb === "approve" ? "approved" : "rejected" };
}
