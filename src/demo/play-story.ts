import {
  approveClaim,
  cancelClaim,
  changeProof,
  commentOnClaim,
  createClaim,
  openReview,
  rejectClaim,
  replaceMetrics,
  requestInformation,
  submitClaim,
  withdrawClaim,
} from "../claims/index.ts";
import {
  addCertification,
  addDocument,
  addInvoice,
  CertificationBody,
  certificationFacts,
  DocumentBody,
  InvoiceBody,
  invoiceFacts,
  loadEvidence,
  MetricsBody,
} from "../evidence/index.ts";
import { type Actor, addDays, type Command, dateIn, idText } from "../kernel/index.ts";
import { moneyOf, times, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { EditionDocument } from "../programs/index.ts";
import type { DemoFile, PreparedFiles } from "./demo-files.ts";
import { invoiceRequest } from "./demo-invoice.ts";
import { LOCATIONS } from "./demo-locations.ts";
import { into } from "./demo-times.ts";
import type { DemoCast } from "./make-people.ts";
import { type PlannedProof, type PlannedStep, type PlannedStory, partAt } from "./plan-story.ts";
import type { Cut, StoryCertification } from "./story.ts";
import type { Happening } from "./timeline.ts";

/** What playing a story needs of the world. */
export interface Stage {
  readonly cast: DemoCast;
  readonly document: EditionDocument;
  readonly files: PreparedFiles;
}

/**
 * A story as happenings, each through the very commands that people's clicks run. `activityOf` gives the activity of a plan
 * that it proves, once the plan was made.
 */
export function playStory(stage: Stage, planned: PlannedStory, activityOf?: () => string): Happening[] {
  const claim = { id: "" };
  const { cast } = stage;
  const claimant = cast.actors[planned.by];
  const partnerId = cast.partners[LOCATIONS[planned.story.at].partner].id;
  const actor: Player = { stage, planned, claim, claimant, partnerId, activityOf };
  return [
    { at: planned.madeAt, run: (tx) => make(tx, actor) },
    ...planned.steps.map((step) => ({ at: step.at, run: (tx: Tx) => take(tx, actor, step) })),
  ];
}

interface Player {
  readonly stage: Stage;
  readonly planned: PlannedStory;
  /** Known once the claim was made. */
  readonly claim: { id: string };
  readonly claimant: Actor;
  readonly partnerId: string;
  readonly activityOf: (() => string) | undefined;
}

async function make(tx: Tx, player: Player): Promise<void> {
  const { planned, claimant, stage } = player;
  let parts = 0;
  const begin: Command = { actor: claimant, now: planned.madeAt };
  const next = (): Command => {
    parts += 1;
    return { actor: claimant, now: partAt(planned.madeAt, parts) };
  };
  const created = await createClaim(tx, begin, () => ({
    program: stage.document.program,
    location: stage.cast.locations[planned.story.at].id,
    usagePeriod: planned.window.usagePeriod.code,
    activityType: planned.story.activity,
    ...(player.activityOf ? { activity: idText("activity", player.activityOf()) } : {}),
    name: planned.name,
    executionDate: planned.workOn,
    amountClaimed: planned.amountClaimed,
    preApprovalId: planned.story.preApproval ?? null,
  }));
  player.claim.id = created.id;
  for (const { invoice, file } of planned.invoices) {
    const command = next();
    const body = InvoiceBody.parse(invoiceRequest(invoice, await keep(tx, player, command, file)));
    await changeProof(tx, command, created.id, "invoice", "added", (claim) =>
      addInvoice(tx, claim, invoiceFacts(body, claim.currency), command.now),
    );
  }
  for (const certification of planned.story.certifications ?? []) {
    const command = next();
    const body = CertificationBody.parse(certificationRequest(player, certification));
    await changeProof(tx, command, created.id, "certification", "added", (claim) =>
      addCertification(tx, claim, certificationFacts(body, claim.currency), command.now),
    );
  }
  for (const proof of planned.proof) await addProof(tx, player, next(), proof);
  await fillMetrics(tx, player, next());
}

async function fillMetrics(tx: Tx, player: Player, command: Command): Promise<void> {
  const entries: [string, string][] = [];
  for (const [code, value] of Object.entries(player.planned.metrics)) {
    entries.push([code, typeof value === "string" ? value : await keep(tx, player, command, value)]);
  }
  if (entries.length === 0) return;
  await replaceMetrics(tx, command, player.claim.id, () => MetricsBody.parse(Object.fromEntries(entries)));
}

async function addProof(tx: Tx, player: Player, command: Command, proof: PlannedProof): Promise<void> {
  const place = proof.file ? { file: await keep(tx, player, command, proof.file) } : { url: proof.url };
  const body = DocumentBody.parse({ evidenceCode: proof.slot, note: proof.note, ...place });
  await changeProof(tx, command, player.claim.id, "document", "added", (claim) =>
    addDocument(tx, claim, body, command.now),
  );
}

function keep(tx: Tx, { stage, partnerId }: Player, { actor, now }: Command, file: DemoFile): Promise<string> {
  return stage.files.keep(tx, file, { actor, partnerId, now });
}

function certificationRequest({ planned, stage }: Player, one: StoryCertification) {
  const { currency, window } = planned;
  const madeOn = dateIn(stage.document.timeZone, planned.madeAt);
  const to = planned.workOn ?? madeOn;
  const unitCost = moneyOf(one.unitCost, currency);
  const [certifierName, certifierRole] = one.certifier;
  const certifiedOn = addDays(to, 1);
  return {
    from: into(window.usagePeriod, addDays(to, -4)),
    to,
    personOrRole: one.who,
    workDone: one.work,
    expenseType: one.type,
    unit: one.unit,
    quantity: one.quantity,
    unitCost: toWire(unitCost),
    total: toWire(times(unitCost, one.quantity, "half-up")),
    certifierName,
    certifierRole,
    certifiedOn: certifiedOn < madeOn ? certifiedOn : madeOn,
    accepted: true,
  };
}

async function take(tx: Tx, player: Player, planned: PlannedStep): Promise<void> {
  const { step, at: now, add } = planned;
  const { stage, claim, claimant } = player;
  const actor = "by" in step ? stage.cast.actors[step.by] : claimant;
  const command: Command = { actor, now };
  switch (step.do) {
    case "submit":
      for (const [index, proof] of add.entries()) {
        await addProof(tx, player, { actor, now: partAt(now, index - add.length) }, proof);
      }
      await submitClaim(tx, command, claim.id, () => ({
        acknowledgements: stage.document.acknowledgements.map(({ code }) => code),
      }));
      return;
    case "withdraw":
      await withdrawClaim(tx, command, claim.id, () => undefined);
      return;
    case "cancel":
      await cancelClaim(tx, command, claim.id, () => undefined);
      return;
    case "open":
      await openReview(tx, command, claim.id, () => undefined);
      return;
    case "ask":
      await requestInformation(tx, command, claim.id, () => ({ reasonCode: step.reason, comment: step.text }));
      return;
    case "reject":
      await rejectClaim(tx, command, claim.id, () => ({ reasonCode: step.reason, comment: step.text }));
      return;
    case "approve": {
      const lines = await cutLines(tx, player, step.cuts);
      await approveClaim(tx, command, claim.id, () => ({ lines, comment: step.text ?? null }));
      return;
    }
    case "say":
    case "note":
      await commentOnClaim(tx, command, claim.id, () => ({
        text: step.text,
        visibility: step.do === "say" ? "shared" : "own-side",
      }));
      return;
    default:
      step satisfies never;
  }
}

async function cutLines(tx: Tx, { claim, planned }: Player, cuts: readonly Cut[]) {
  const [invoice] = (await loadEvidence(tx, claim.id)).invoices;
  return cuts.map(([index, amount, reasonCode]) => {
    const line = invoice?.lines[index];
    if (!line) throw new RangeError(`"${planned.name}" has no line ${index}`);
    return { id: idText("invoiceLine", line.id), approvedAmount: moneyOf(amount, planned.currency), reasonCode };
  });
}
