import {
  approveClaim,
  type Claim,
  cancelClaim,
  changeProof,
  createClaim,
  editClaim,
  getClaim,
  openReview,
  rejectClaim,
  replaceMetrics,
  requestInformation,
  resumeClaim,
  submitClaim,
  withdrawClaim,
} from "../../src/claims/index.ts";
import { addCertification, addDocument, addInvoice, loadEvidence } from "../../src/evidence/index.ts";
import { type Actor, type Command, idText, SYSTEM_ACTOR } from "../../src/kernel/index.ts";
import { type Money, moneyOf } from "../../src/money/index.ts";
import { inTransaction, type Tx } from "../../src/platform/database/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { certification, createFile, invoice, line } from "./evidence.ts";
import { WORLD_NOW, type World, type WorldPartner } from "./world.ts";

/** What may differ from the usual claim: digital advertising over 1,000.00 US dollars, proved by one invoice. */
export interface ClaimWish {
  readonly amount?: string;
  /** Amounts of the lines of its invoice; the amount claimed unless said. */
  readonly lines?: readonly string[];
  readonly activityType?: keyof typeof PROOF;
  /** A certification of in-house cost of 1,000.00 beside the invoice. */
  readonly certified?: boolean;
  readonly executionDate?: string;
  readonly name?: string;
  readonly supplier?: readonly [name: string, number: string];
  /** File of the invoice; one of its own unless said. */
  readonly file?: string;
  /** Made, but nothing proved. */
  readonly bare?: boolean;
  /** The partner that claims; the first one unless said. */
  readonly partner?: WorldPartner;
  /** UUID of the plan's activity that it proves. */
  readonly activity?: string;
  readonly at?: Date;
}

/** When and by whom a step is taken, when it is not the usual one. */
export interface StepWish {
  readonly at?: Date;
  readonly by?: Actor;
  readonly seen?: number;
}

/** A line as the reviewer decides on it: its id text, the amount, why less. */
export type LineWish = readonly [id: string, approved: string, reasonCode?: string];

const PROOF = {
  "digital-advertising": ["ad-screenshot", "landing-page-url"],
  "vendor-syndicated-content": ["site-pages"],
  "partner-website-and-search": ["site-pages"],
} as const;
const EXPENSE = {
  "digital-advertising": "media-placement",
  "vendor-syndicated-content": "media-placement",
  "partner-website-and-search": "agency-fee",
} as const;

/** All statements of the co-op edition. */
export const ACKNOWLEDGED = ["truth", "no-double-funding", "retention"];
/** The shortest request for information. */
export const QUESTION = { reasonCode: "evidence-missing", comment: "Please show the whole page." };
/** The shortest rejection. */
export const REFUSAL = { reasonCode: "invoice-not-partner", comment: "The invoice is billed to somebody else." };

const usd = (text: string): Money => moneyOf(text, "USD");

/** Takes claims through their life by the real commands, each in a transaction of its own and a second after the last. */
export function claimDesk(database: TestDatabase, world: () => World) {
  let moment = WORLD_NOW.getTime();
  let invoices = 0;
  const tick = (): Date => new Date((moment += 1000));
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, actor, work);
  const command = (actor: Actor, { at, by, seen }: StepWish = {}): Command => ({
    actor: by ?? actor,
    now: at ?? tick(),
    ...(seen === undefined ? {} : { seen }),
  });
  const partner = () => world().incentivesAdmin;
  const take = <T>(step: Command, work: (tx: Tx, step: Command) => Promise<T>) =>
    as(step.actor, (tx) => work(tx, step));

  async function prove(id: string, wish: ClaimWish, actor: Actor, partnerId: string, billedTo: string): Promise<void> {
    const type = wish.activityType ?? "digital-advertising";
    const proofs = PROOF[type];
    const of = { actor, partnerId, claimIds: [] };
    const file = wish.file ?? (await createFile(database.db, of));
    const picture = await createFile(database.db, of);
    invoices += 1;
    const [supplierName, number] = wish.supplier ?? ["Blue Sky Media", `2026-${invoices}`];
    const lines = (wish.lines ?? [wish.amount ?? "1000.00"]).map((amount) => ({
      ...line,
      expenseType: EXPENSE[type],
      quantity: "1",
      unitPrice: usd(amount),
      lineAmount: usd(amount),
    }));
    const minor = lines.reduce((total, each) => total + each.lineAmount.minor, 0n);
    const subtotal = { minor, currency: "USD" };
    const facts = { ...invoice, supplierName, number, billedTo, subtotal, tax: usd("0.00"), total: subtotal, lines };
    const step = command(actor, wish);
    await take(step, async (tx) => {
      await changeProof(tx, step, id, "invoice", "added", (c) =>
        addInvoice(tx, c, { ...facts, fileId: file }, step.now),
      );
      for (const evidenceCode of proofs) {
        const place = evidenceCode === "ad-screenshot" ? { file: picture, url: null } : { file: null, url: LINK };
        const body = { evidenceCode, note: "As it was shown", supersedes: null, ...place };
        await changeProof(tx, step, id, "document", "added", (c) => addDocument(tx, c, body, step.now));
      }
      if (wish.certified)
        await changeProof(tx, step, id, "certification", "added", (c) =>
          addCertification(tx, c, { ...certification, expenseType: "programming-development" }, step.now),
        );
      await replaceMetrics(tx, step, id, () => ({ "results-summary": "1,240 clicks" }));
    });
  }

  return {
    as,
    tick,
    /** A claim that can be submitted as it is. Returns its UUID. */
    async make(wish: ClaimWish = {}): Promise<string> {
      const { partner: whose, amount = "1000.00", bare = false } = wish;
      const actor = whose?.admin ?? partner();
      const organisation = whose?.organisation ?? world().partner;
      const step = command(actor, wish);
      const claim = await take(step, (tx) =>
        createClaim(tx, step, () => ({
          ...(wish.activity === undefined
            ? {
                program: "coop",
                location: (whose ?? world()).location.id,
                usagePeriod: "FY27-H1",
                activityType: wish.activityType ?? "digital-advertising",
              }
            : { activity: idText("activity", wish.activity) }),
          name: wish.name ?? "Autumn banners",
          executionDate: wish.executionDate ?? "2026-10-02",
          amountClaimed: usd(amount),
        })),
      );
      if (!bare) await prove(claim.id, wish, actor, organisation.id, organisation.legalName);
      return claim.id;
    },
    submit: (id: string, wish: StepWish = {}) =>
      take(command(partner(), wish), (tx, step) =>
        submitClaim(tx, step, id, () => ({ acknowledgements: ACKNOWLEDGED })),
      ),
    withdraw: (id: string, wish: StepWish = {}) =>
      take(command(partner(), wish), (tx, step) => withdrawClaim(tx, step, id, nothing)),
    cancel: (id: string, wish: StepWish = {}) =>
      take(command(partner(), wish), (tx, step) => cancelClaim(tx, step, id, nothing)),
    resume: (id: string, wish: StepWish = {}) =>
      take(command(partner(), wish), (tx, step) => resumeClaim(tx, step, id, nothing)),
    edit: (id: string, body: Parameters<typeof editClaim>[3] extends () => infer B ? B : never, wish: StepWish = {}) =>
      take(command(partner(), wish), (tx, step) => editClaim(tx, step, id, () => body)),
    open: (id: string, wish: StepWish = {}) =>
      take(command(world().reviewer, wish), (tx, step) => openReview(tx, step, id, nothing)),
    ask: (id: string, wish: StepWish & { item?: string; reasonCode?: string } = {}) =>
      take(command(world().reviewer, wish), (tx, step) =>
        requestInformation(tx, step, id, () => ({
          ...QUESTION,
          ...(wish.reasonCode === undefined ? {} : { reasonCode: wish.reasonCode }),
          item: wish.item ?? null,
        })),
      ),
    approve: (
      id: string,
      lines: readonly LineWish[] = [],
      wish: StepWish & { comment?: string; currency?: string } = {},
    ) =>
      take(command(world().reviewer, wish), (tx, step) =>
        approveClaim(tx, step, id, () => ({
          lines: lines.map(([lineId, approved, reasonCode]) => ({
            id: lineId,
            approvedAmount: moneyOf(approved, wish.currency ?? "USD"),
            ...(reasonCode === undefined ? {} : { reasonCode }),
          })),
          comment: wish.comment ?? null,
        })),
      ),
    reject: (id: string, wish: StepWish & { reasonCode?: string } = {}) =>
      take(command(world().reviewer, wish), (tx, step) =>
        rejectClaim(tx, step, id, () => ({ ...REFUSAL, ...(wish.reasonCode ? { reasonCode: wish.reasonCode } : {}) })),
      ),
    /** The claim as the program itself sees it. */
    look: (id: string): Promise<Claim> => as(SYSTEM_ACTOR, (tx) => getClaim(tx, SYSTEM_ACTOR, id)),
    evidence: (id: string) => as(SYSTEM_ACTOR, (tx) => loadEvidence(tx, id)),
    /** Id texts of the claim's invoice lines and then its certifications. */
    async lines(id: string): Promise<string[]> {
      const found = await as(SYSTEM_ACTOR, (tx) => loadEvidence(tx, id));
      return [
        ...found.invoices.flatMap((each) => each.lines).map((each) => idText("invoiceLine", each.id)),
        ...found.certifications.map((each) => idText("certification", each.id)),
      ];
    },
  };
}

const LINK = "https://www.northlight.example/autumn";
const nothing = (): undefined => undefined;
