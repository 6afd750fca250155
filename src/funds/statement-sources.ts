import { sql } from "kysely";
import { holds } from "../identity/index.ts";
import { type Actor, dateIn, type IsoDate } from "../kernel/index.ts";
import type { FundLine } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Edition, editionById, reasonCodeOf } from "../programs/index.ts";
import { type Fund, pairOf } from "./fund.ts";
import { SOURCE_LABELS } from "./statement-words.ts";

/** What a line comes from, as its reader may know it. */
export interface SourceWords {
  readonly label: string;
  readonly name: string | null;
  /** The plan that it is or was paid under, to be opened. */
  readonly planId: string | null;
}

/** What the lines of one fund's statement are called: their sources and their reasons. */
export interface StatementWords {
  readonly sourceOf: (line: FundLine) => SourceWords;
  readonly reasonOf: (line: FundLine) => string | null;
  /** The day on which a line was booked, where the program is. */
  readonly recordedOn: (line: FundLine) => IsoDate;
}

/**
 * Looks up what some lines come from, in a query for each kind. Numbers and names of claims and plans are for those who may
 * see those of the fund's program and location; others read that it was a claim or a plan, and no more.
 */
export async function statementWords(
  tx: Tx,
  actor: Actor,
  fund: Fund,
  lines: readonly FundLine[],
): Promise<StatementWords> {
  const edition = await editionById(tx, fund.usageEditionId);
  const claims = holds(actor, "claim.view", pairOf(fund)) ? await claimsOf(tx, lines) : [];
  const plans = holds(actor, "plan.view", pairOf(fund)) ? await plansOf(tx, lines) : [];
  const known = new Map([...claims, ...plans]);
  return {
    sourceOf: ({ sourceType, sourceId }) =>
      known.get(sourceId) ?? { label: SOURCE_LABELS[sourceType], name: null, planId: null },
    reasonOf: ({ reasonCode }) => reasonIn(edition, reasonCode),
    recordedOn: ({ recordedAt }) => dateIn(edition?.document.timeZone ?? "UTC", recordedAt),
  };
}

type Sources = readonly (readonly [id: string, words: SourceWords])[];

function idsOf(lines: readonly FundLine[], type: FundLine["sourceType"]): string[] {
  return [...new Set(lines.filter(({ sourceType }) => sourceType === type).map(({ sourceId }) => sourceId))];
}

async function claimsOf(tx: Tx, lines: readonly FundLine[]): Promise<Sources> {
  const ids = idsOf(lines, "claim");
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom("claim").select(["id", "number", "name"]).where("id", "in", ids).execute();
  return rows.map(({ id, number, name }) => [id, { label: number, name, planId: null }]);
}

/** Plans, and the plans that payments were made under, by the id of the source. */
async function plansOf(tx: Tx, lines: readonly FundLine[]): Promise<Sources> {
  const [plans, payments] = [idsOf(lines, "plan"), idsOf(lines, "plan-payment")];
  if (plans.length + payments.length === 0) return [];
  const rows = await tx
    .selectFrom("plan")
    .leftJoin("plan_payment", (join) =>
      join.onRef("plan_payment.plan_id", "=", "plan.id").on("plan_payment.id", "=", anyOf(payments)),
    )
    .select(["plan.id", "plan.number", "plan.name", "plan_payment.id as payment"])
    .where((eb) => eb.or([eb("plan.id", "=", anyOf(plans)), eb("plan_payment.id", "is not", null)]))
    .execute();
  return rows.flatMap(({ id, number, name, payment }) => {
    const words = { label: number, name, planId: id };
    return [[id, words] as const, ...(payment === null ? [] : [[payment, words] as const])];
  });
}

function reasonIn(edition: Edition | undefined, code: string | null): string | null {
  if (code === null) return null;
  return (edition && reasonCodeOf(edition.document, code)?.label) ?? null;
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;
