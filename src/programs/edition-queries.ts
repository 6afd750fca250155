import { sql } from "kysely";
import { addDays, dateIn, type IsoDate } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type EditionDocument, EditionShape } from "./edition-schema.ts";
import { ONCE_PUBLISHED } from "./edition-transitions.ts";
import type { Edition, EditionHead, EditionStatus } from "./program.ts";
import { holdsOn, windowsInForce } from "./windows.ts";

/** Parsed documents by their hash. Safe to share: a hash names one content, whoever wrote it and whatever its status. */
const documents = new Map<string, EditionDocument>();
const MAX_DOCUMENTS = 200;
/** Editions that were published, by id: they never change again, and every claim and fund asks for its own. */
const publishedById = new Map<string, Edition>();

/**
 * The edition with this id, drafts for the vendor's side only and only where the document is whole. One that was published
 * is remembered; whether it was superseded since is asked of {@link publishedEditions}.
 */
export async function editionById(tx: Tx, id: string): Promise<Edition | undefined> {
  const known = publishedById.get(id);
  if (known) return known;
  const head = await heads(tx).where("program_edition.id", "=", id).executeTakeFirst();
  if (!head) return undefined;
  const edition = await withDocument(tx, toHead(head));
  if (edition && ONCE_PUBLISHED.includes(edition.status)) {
    if (publishedById.size >= MAX_DOCUMENTS) publishedById.clear();
    publishedById.set(id, edition);
  }
  return edition;
}

/** The published version of a program that is in force on a day. */
export async function editionInForce(tx: Tx, programId: string, day: IsoDate): Promise<Edition | undefined> {
  const head = await heads(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.status", "=", "published")
    .where("program_edition.effective_on", "<=", day)
    .where("program_edition.effective_to", ">=", day)
    .executeTakeFirst();
  return head && withDocument(tx, toHead(head));
}

/** The published version in force at a moment, on the date it is then in the version's own zone. */
export async function editionAt(tx: Tx, programId: string, now: Date): Promise<Edition | undefined> {
  const today = dateIn("UTC", now);
  for (const day of [today, addDays(today, -1), addDays(today, 1)]) {
    const edition = await editionInForce(tx, programId, day);
    if (edition && holdsOn(edition, dateIn(edition.document.timeZone, now))) return edition;
  }
  return undefined;
}

/**
 * The published version that judges the claims of a usage period: it has a window for the period, and is in force on the
 * period's first day. A correction that begins later leaves the period as it is (docs/editions.md).
 */
export async function editionOfPeriod(
  tx: Tx,
  programId: string,
  usagePeriodCode: string,
): Promise<Edition | undefined> {
  const window = JSON.stringify([{ usagePeriod: { code: usagePeriodCode } }]);
  const found = await heads(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.status", "=", "published")
    .where(sql<boolean>`program_edition.document -> 'windows' @> ${window}::jsonb`)
    .execute();
  const editions = await withDocuments(tx, found.map(toHead));
  return windowsInForce(editions).find((each) => each.window.usagePeriod.code === usagePeriodCode)?.edition;
}

/**
 * The published version of a program year: the one in force on the day, or on the day of the year nearest to it; without a
 * day the last one. For the vendor's side its draft where nothing is published yet.
 */
export async function editionOfYear(
  tx: Tx,
  programId: string,
  programYear: string,
  on?: IsoDate,
): Promise<Edition | undefined> {
  const found = await heads(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.program_year", "=", programYear)
    .where("program_edition.status", "<>", "superseded")
    .orderBy("program_edition.effective_on", "desc")
    .execute();
  const published = found.filter((head) => head.status === "published");
  const head = published.find((each) => on !== undefined && each.effective_on !== null && each.effective_on <= on);
  const chosen = on === undefined ? published[0] : (head ?? published.at(-1));
  const asked = chosen ?? found[0];
  return asked && withDocument(tx, toHead(asked));
}

/** All published versions of a program in the order of their days. There are few for each program year, so the list is short. */
export async function publishedEditions(tx: Tx, programId: string): Promise<readonly Edition[]> {
  const found = await heads(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.status", "=", "published")
    .orderBy("program_edition.effective_on")
    .execute();
  return withDocuments(tx, found.map(toHead));
}

/** The highest version of a program year and what it is, whatever its status. */
export async function newestVersion(tx: Tx, programId: string, programYear: string): Promise<EditionHead | undefined> {
  const head = await heads(tx)
    .where("program_edition.program_id", "=", programId)
    .where("program_edition.program_year", "=", programYear)
    .orderBy("program_edition.version", "desc")
    .executeTakeFirst();
  return head && toHead(head);
}

/** Editions without their documents, to be narrowed by the caller. */
export function heads(tx: Tx) {
  return tx
    .selectFrom("program_edition")
    .innerJoin("program", "program.id", "program_edition.program_id")
    .select([
      "program_edition.id",
      "program_edition.program_id",
      "program.code",
      "program_edition.program_year",
      "program_edition.version",
      "program_edition.status",
      "program_edition.starts_on",
      "program_edition.ends_on",
      "program_edition.effective_on",
      "program_edition.effective_to",
      "program_edition.document_hash",
      "program_edition.published_at",
    ]);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>["executeTakeFirstOrThrow"]>>;

/** A row of {@link heads} in the program's own words. */
export function toHead(row: HeadRow): EditionHead {
  return {
    id: row.id,
    programId: row.program_id,
    programCode: row.code,
    programYear: row.program_year,
    version: row.version,
    status: row.status as EditionStatus, // the database checks the status
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    effectiveOn: row.effective_on,
    effectiveTo: row.effective_to,
    documentHash: row.document_hash,
    publishedAt: row.published_at,
  };
}

async function withDocument(tx: Tx, head: EditionHead): Promise<Edition | undefined> {
  const [edition] = await withDocuments(tx, [head]);
  return edition;
}

async function withDocuments(tx: Tx, found: readonly EditionHead[]): Promise<readonly Edition[]> {
  if (found.some((head) => !documents.has(head.documentHash))) await load(tx, found);
  return found.flatMap((head) => {
    const document = documents.get(head.documentHash);
    return document ? [{ ...head, document }] : [];
  });
}

async function load(tx: Tx, found: readonly EditionHead[]): Promise<void> {
  // Beyond the bound everything is forgotten and what is asked for now is read anew.
  if (documents.size + found.length > MAX_DOCUMENTS) documents.clear();
  const missing = found.filter((head) => !documents.has(head.documentHash)).map((head) => head.id);
  const rows = await tx
    .selectFrom("program_edition")
    .select(["document_hash", "document"])
    .where("id", "in", missing)
    .execute();
  for (const row of rows) {
    // A draft may hold anything; what is no edition yet judges nothing.
    const parsed = EditionShape.safeParse(row.document);
    if (parsed.success) documents.set(row.document_hash, parsed.data);
  }
}
