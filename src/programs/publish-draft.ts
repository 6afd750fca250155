import { personNames } from "../identity/index.ts";
import {
  addDays,
  type Command,
  checkVersion,
  DomainError,
  enforce,
  type IsoDate,
  invalid,
  nothingBlocks,
  sentence,
} from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { publishedEditions } from "./edition-queries.ts";
import { type EditionRecord, lockRecord, recordById } from "./edition-record.ts";
import { EditionShape } from "./edition-schema.ts";
import { endVersion, moveUnpublished, publishVersion, supersedeVersion } from "./edition-store.ts";
import { EDITION_LIFECYCLE } from "./edition-transitions.ts";
import { notValid, programOf } from "./import-edition.ts";
import type { Edition } from "./program.ts";
import { mayMaintain, mayPublish } from "./program-policy.ts";
import { countRules, renameProgram } from "./program-store.ts";
import { publicationTakesTwo } from "./publication-setting.ts";
import { recordStep, stepEdition } from "./step-edition.ts";
import { findingsOf, markValidated } from "./validate-draft.ts";

/** What publication is asked with. */
export interface PublicationBody {
  /** First day on which the version is in force; the first day of the program year unless said. */
  readonly effectiveOn?: IsoDate | undefined;
}

/**
 * Publishes a version: from its effective day on it judges, and never changes again. Versions of its year that began on that
 * day or later are superseded, the one before ends the day before; what they judged keeps pointing at them. A draft is
 * validated first. Where publication takes two people, the first call asks for it and the call of another person publishes.
 *
 * Throws `same-person`, `wrong-status`, `edition-not-valid`, `edition-overlaps`, `effective-outside-year`,
 * `effective-differs`.
 */
export async function publishDraft(
  tx: Tx,
  command: Command,
  id: string,
  body: () => PublicationBody = () => ({}),
): Promise<EditionRecord> {
  const found = await lockRecord(tx, id);
  enforce(mayPublish(command.actor, found));
  await refuseWhatIsPublished(tx, found);
  checkVersion(command.seen, found.revision);
  const effectiveOn = effectiveDay(found, body().effectiveOn);
  const edition = found.status === "draft" ? await validated(tx, command, found) : found;
  if (edition.status === "validated" && command.actor.side !== "system" && (await publicationTakesTwo(tx))) {
    return requestPublication(tx, command, edition, effectiveOn);
  }
  return publish(tx, command, edition, effectiveOn);
}

/** Takes a request for publication back, or declines it: the version can be changed again. */
export async function withdrawRequest(
  tx: Tx,
  command: Command,
  id: string,
  body: () => unknown,
): Promise<EditionRecord> {
  const edition = await lockRecord(tx, id);
  enforce(mayMaintain(command.actor, edition.programId));
  const edge = stepEdition(edition, "withdrawRequest");
  checkVersion(command.seen, edition.revision);
  body();
  await moveUnpublished(tx, id, edge.to, null);
  await recordStep(tx, command, edition, { event: edge.event, from: edition.status, to: edge.to });
  return recordById(tx, id);
}

/** Whoever comes second learns who was first. */
async function refuseWhatIsPublished(tx: Tx, edition: EditionRecord): Promise<void> {
  if (edition.status === "draft") return;
  try {
    stepEdition(edition, "publish");
  } catch (error) {
    if (!(error instanceof DomainError) || edition.publishedBy === null) throw error;
    const names = await personNames(tx, [edition.publishedBy]);
    const decidedBy = { name: names.get(edition.publishedBy) ?? "The program itself" };
    throw new DomainError({
      code: error.code,
      kind: error.kind,
      message: sentence("{name} has already published this version.", { name: decidedBy.name }),
      details: { ...error.details, decidedBy, decidedAt: edition.publishedAt?.toISOString() },
    });
  }
}

/** The day from which the version shall hold. The second person approves the day that the first has named. */
function effectiveDay(edition: EditionRecord, asked: IsoDate | undefined): IsoDate {
  const { request, startsOn, endsOn } = edition;
  if (request !== null && asked !== undefined && asked !== request.effectiveOn) {
    throw refusedDay(
      "effective-differs",
      `Publication was asked for from ${request.effectiveOn}. Take the request back to change the day.`,
    );
  }
  const day = asked ?? request?.effectiveOn ?? startsOn;
  if (day < startsOn || day > endsOn) {
    throw refusedDay("effective-outside-year", `Name a day of the program year, from ${startsOn} to ${endsOn}.`);
  }
  return day;
}

async function validated(tx: Tx, command: Command, edition: EditionRecord): Promise<EditionRecord> {
  const findings = findingsOf(edition);
  if (!nothingBlocks(findings)) throw notValid(findings);
  return markValidated(tx, command, edition);
}

async function requestPublication(
  tx: Tx,
  command: Command,
  edition: EditionRecord,
  effectiveOn: IsoDate,
): Promise<EditionRecord> {
  const edge = stepEdition(edition, "requestPublication");
  const request = { at: command.now, by: command.actor.personId, effectiveOn };
  await moveUnpublished(tx, edition.id, edge.to, request);
  await recordStep(tx, command, edition, { event: edge.event, from: edition.status, to: edge.to }, { effectiveOn });
  return recordById(tx, edition.id);
}

async function publish(tx: Tx, command: Command, edition: EditionRecord, effectiveOn: IsoDate): Promise<EditionRecord> {
  // Validated by the rules of then; those of now decide about what is published now.
  const findings = findingsOf(edition);
  if (!nothingBlocks(findings)) throw notValid(findings);
  const edge = stepEdition(edition, "publish");
  const published = await publishedEditions(tx, edition.programId);
  refuseOverlap(edition, published);
  for (const other of published)
    if (other.programYear === edition.programYear) await giveWay(tx, command, other, effectiveOn);
  await publishVersion(tx, command, edition.id, { from: effectiveOn, to: edition.endsOn });
  await countRules(tx, edition.programId);
  if (published.every((other) => other.startsOn <= edition.startsOn)) {
    await renameProgram(tx, edition.programId, programOf(EditionShape.parse(edition.document)));
  }
  const step = { event: edge.event, from: edition.status, to: edge.to };
  await recordStep(tx, command, edition, step, { effectiveOn, requestedBy: edition.request?.by ?? null });
  return recordById(tx, edition.id);
}

/** Makes room among the days of the year: who began on the day or later ends, who began before ends the day before. */
async function giveWay(tx: Tx, command: Command, other: Edition, effectiveOn: IsoDate): Promise<void> {
  if (other.effectiveOn === null || other.effectiveTo === null || other.effectiveTo < effectiveOn) return;
  if (other.effectiveOn < effectiveOn) return endVersion(tx, other.id, addDays(effectiveOn, -1));
  const edge = EDITION_LIFECYCLE.edges.supersede;
  await supersedeVersion(tx, other.id);
  await recordStep(tx, command, other, { event: edge.event, from: other.status, to: edge.to });
}

function refuseOverlap(edition: EditionRecord, published: readonly Edition[]): void {
  const other = published.find(
    (each) =>
      each.programYear !== edition.programYear && each.startsOn <= edition.endsOn && edition.startsOn <= each.endsOn,
  );
  if (!other) return;
  throw new DomainError({
    code: "edition-overlaps",
    kind: "conflict",
    message: `The edition of ${other.programYear} (${other.startsOn} to ${other.endsOn}) covers some of these days; correct the dates of the year.`,
    details: { programYear: other.programYear },
  });
}

function refusedDay(code: string, message: string): DomainError {
  return invalid(code, message, [{ field: "effectiveOn", code, message }]);
}
