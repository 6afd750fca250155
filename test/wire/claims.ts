import { insertFile } from "../../src/evidence/index.ts";
import { type Actor, idText, newUuid } from "../../src/kernel/index.ts";
import { type Db, inTransaction } from "../../src/platform/database/index.ts";
import { WORLD_NOW, WORLD_PARTNER, type World } from "../builders/world.ts";
import type { Json, Wire } from "./wire.ts";

/** What the partner confirms when submitting. */
export const ACKNOWLEDGED = { acknowledgements: ["truth", "no-double-funding", "retention"] };

/** Where a claim is made, by whom, and to whom its invoices are billed. */
export interface Claimant {
  readonly actor: Actor;
  readonly locationId: string;
  readonly billedTo: string;
}

/** The first partner of the world as claimant. */
export const firstOf = (world: World): Claimant => ({
  actor: world.incentivesAdmin,
  locationId: world.location.id,
  billedTo: WORLD_PARTNER,
});

/** The other partner of the world as claimant. */
export const otherOf = (world: World): Claimant => ({
  actor: world.other.admin,
  locationId: world.other.location.id,
  billedTo: "Other Partner Ltd",
});

/** A body of POST /claims that is accepted. */
export const newClaim = (of: Claimant, changes: Readonly<Record<string, unknown>> = {}) => ({
  program: "coop",
  location: idText("location", of.locationId),
  usagePeriod: "FY27-H1",
  activityType: "digital-advertising",
  name: "Autumn banners",
  executionDate: "2026-10-02",
  amountClaimed: { amount: "1000.00", currency: "USD" },
  ...changes,
});

/** The row of a received file, without bytes. Returns its id as the wire writes it. */
export async function fileOf(db: Db, actor: Actor): Promise<string> {
  const id = newUuid();
  await inTransaction(db, actor, (tx) =>
    insertFile(tx, {
      id,
      partnerId: actor.organisationId,
      name: "proof.pdf",
      mediaType: "application/pdf",
      size: 1500,
      sha256: (newUuid() + newUuid()).replaceAll("-", ""),
      storageKey: `aa/bb/${id}`,
      scan: "not-scanned",
      uploadedBy: actor.personId,
      uploadedAt: WORLD_NOW,
    }),
  );
  return idText("file", id);
}

/** A body of POST /claims/{id}/invoices over one line, as it adds up. */
export const newInvoice = (of: Claimant, amount: string, file: string | null, changes: object = {}) => {
  const usd = { amount, currency: "USD" };
  return {
    supplierName: "Bright Media",
    number: newUuid().slice(-12),
    date: "2026-10-05",
    billedTo: of.billedTo,
    currency: "USD",
    subtotal: usd,
    tax: { amount: "0.00", currency: "USD" },
    total: usd,
    lines: [{ description: "Placement", expenseType: "media-placement", lineAmount: usd }],
    file,
    ...changes,
  };
};

/** A claim over an amount with a whole proof, ready to be submitted. Made over the wire. Returns its resource. */
export async function readyClaim(wire: Wire, db: Db, of: Claimant, amount = "1000.00"): Promise<Json> {
  const { actor } = of;
  const made = await wire.post(actor, "/claims", newClaim(of, { amountClaimed: { amount, currency: "USD" } }));
  const path = `/claims/${made.body.id}`;
  const invoice = newInvoice(of, amount, await fileOf(db, actor));
  const steps = [
    made,
    await wire.post(actor, `${path}/invoices`, invoice),
    await wire.post(actor, `${path}/documents`, {
      evidenceCode: "ad-screenshot",
      note: "As shown",
      file: await fileOf(db, actor),
    }),
    await wire.post(actor, `${path}/documents`, {
      evidenceCode: "landing-page-url",
      note: "The page",
      url: "https://example.com/",
    }),
    await wire.call(actor, "PUT", `${path}/metrics`, {
      body: { "results-summary": "1,240 clicks" },
      headers: { "if-match": "*" },
    }),
  ];
  for (const step of steps) if (step.status >= 300) throw new Error(`cannot make a claim: ${step.text}`);
  return (await wire.get(actor, path)).body;
}

/** Statuses a claim can be brought to. */
export type Stage =
  | "editing"
  | "submitted"
  | "under_review"
  | "action_required"
  | "approved"
  | "rejected"
  | "cancelled";

/** A claim brought to a status by its own steps. Returns its resource as the partner sees it. */
export async function claimIn(wire: Wire, db: Db, world: World, stage: Stage, amount = "100.00"): Promise<Json> {
  const of = firstOf(world);
  const claim = await readyClaim(wire, db, of, amount);
  const path = `/claims/${claim.id}`;
  const submit = () => wire.post(of.actor, `${path}/submission`, ACKNOWLEDGED);
  const open = () => wire.post(world.reviewer, `${path}/review`);
  const steps: Record<Stage, (() => Promise<{ status: number; text: string }>)[]> = {
    editing: [],
    submitted: [submit],
    under_review: [submit, open],
    action_required: [
      submit,
      () =>
        wire.post(world.reviewer, `${path}/information-request`, { reasonCode: "evidence-missing", comment: "Please" }),
    ],
    approved: [submit, open, () => wire.post(world.reviewer, `${path}/approval`)],
    rejected: [submit, open, () => wire.post(world.reviewer, `${path}/rejection`, { reasonCode: "evidence-missing" })],
    cancelled: [() => wire.post(of.actor, `${path}/cancellation`)],
  };
  for (const step of steps[stage]) {
    const said = await step();
    if (said.status !== 200) throw new Error(`cannot bring a claim to ${stage}: ${said.text}`);
  }
  return (await wire.get(of.actor, path)).body;
}
