import { addDays, dateIn, type IsoDate } from "../kernel/index.ts";
import { add, type Money, moneyOf, sum, times } from "../money/index.ts";
import type { ClaimingWindow } from "../programs/index.ts";
import type { DemoFile } from "./demo-files.ts";
import { type DemoInvoice, totalsOf } from "./demo-invoice.ts";
import { LOCATIONS } from "./demo-locations.ts";
import { PARTNERS } from "./demo-partners.ts";
import { CLAIMANT } from "./demo-people.ts";
import { SUPPLIERS } from "./demo-suppliers.ts";
import { type DemoCalendar, into, momentAgo, notBefore, windowOpenAt } from "./demo-times.ts";
import { drawPicture } from "./draw-picture.ts";
import type { Content, Metric, Proof, Step, Story, StoryInvoice } from "./story.ts";
import { writeEInvoice } from "./write-e-invoice.ts";
import { writeInvoicePdf } from "./write-invoice-pdf.ts";
import { writeLetterPdf } from "./write-letter-pdf.ts";
import { writeTable } from "./write-table.ts";

/** A proof document with its file still to be made, or a link. */
export interface PlannedProof {
  readonly slot: string;
  readonly note: string;
  readonly file?: DemoFile;
  readonly url?: string;
}

/** Something that will happen to a claim, and when. */
export type PlannedStep = { readonly at: Date; readonly step: Step; readonly add: readonly PlannedProof[] };

/** A story with real dates, amounts and files. */
export interface PlannedStory {
  readonly story: Story;
  readonly by: NonNullable<Story["by"]>;
  readonly window: ClaimingWindow;
  readonly currency: string;
  readonly name: string;
  readonly workOn: IsoDate | null;
  readonly madeAt: Date;
  readonly amountClaimed: Money | null;
  readonly invoices: readonly { readonly invoice: DemoInvoice; readonly file: DemoFile }[];
  readonly proof: readonly PlannedProof[];
  readonly metrics: Readonly<Record<string, string | DemoFile>>;
  readonly steps: readonly PlannedStep[];
}

/** Gives a story its dates, seen from the calendar's `now`. `seed` spreads stories over the day. */
export function planStory(calendar: DemoCalendar, story: Story, seed: number): PlannedStory {
  const { now, zone } = calendar;
  const window = windowOf(calendar, story, seed);
  const madeAt = story.windowsBack === undefined ? momentAgo(now, story.made, seed) : forgottenAt(window);
  const madeOn = dateIn(zone, madeAt);
  const workOn = story.worked === null ? null : into(window.usagePeriod, addDays(madeOn, -story.worked));
  const location = LOCATIONS[story.at];
  const words = new Words(workOn ?? madeOn);
  const from = PARTNERS[location.partner].displayName;
  const invoices = (story.invoices ?? []).map((one) =>
    planInvoice(story, one, { workOn: workOn ?? madeOn, madeOn, words }),
  );
  const proofOf = (proof: Proof): PlannedProof => planProof(proof, { from, date: workOn ?? madeOn });
  return {
    story,
    by: story.by ?? CLAIMANT[location.partner],
    window,
    currency: location.currency,
    name: words.fill(story.name),
    workOn,
    madeAt,
    amountClaimed: amountOf(
      story,
      invoices.map(({ invoice }) => invoice),
      location.currency,
    ),
    invoices,
    proof: (story.proof ?? []).map(proofOf),
    metrics: Object.fromEntries(
      Object.entries(story.metrics ?? {}).map(([code, metric]) => [code, planMetric(metric, from, madeOn)]),
    ),
    steps: planSteps(now, story, { seed, after: filledAt(madeAt, story), proofOf }),
  };
}

/** Every file of a planned story. */
export function filesOf(planned: PlannedStory): readonly DemoFile[] {
  const proof = [...planned.proof, ...planned.steps.flatMap(({ add: added }) => added)];
  return [
    ...planned.invoices.map(({ file }) => file),
    ...proof.flatMap(({ file }) => file ?? []),
    ...Object.values(planned.metrics).filter((metric) => typeof metric !== "string"),
  ];
}

/** The window that is open on the day of the first submission; for a draft, the one that is open today. */
function windowOf(calendar: DemoCalendar, story: Story, seed: number): ClaimingWindow {
  const { now, windows, present } = calendar;
  if (story.windowsBack !== undefined) {
    const window = windows[present - story.windowsBack];
    if (!window) throw new RangeError(`the demo has no window ${story.windowsBack} before the present one`);
    return window;
  }
  const first = planSteps(now, story, {
    seed,
    after: filledAt(momentAgo(now, story.made, seed), story),
    proofOf: () => ({ slot: "", note: "" }),
  }).find(({ step }) => step.do === "submit" || step.do === "cancel");
  return windowOpenAt(calendar, first?.at ?? now);
}

/** Minutes from one part of a claim to the next while it is filled in. */
const PART_MINUTES = 2;

/** When the part of a claim with this place was added. */
export function partAt(begun: Date, place: number): Date {
  return new Date(begun.getTime() + place * PART_MINUTES * 60_000);
}

/** When the last part was added. */
function filledAt(madeAt: Date, { invoices = [], certifications = [], proof = [] }: Story): Date {
  return partAt(madeAt, invoices.length + certifications.length + proof.length + 1);
}

/** A forgotten draft was made a few weeks before its window closed. */
function forgottenAt(window: ClaimingWindow): Date {
  return new Date(`${addDays(window.claimWindow.to, -25)}T15:20:00Z`);
}

function planSteps(
  now: Date,
  story: Story,
  options: { seed: number; after: Date; proofOf: (proof: Proof) => PlannedProof },
): PlannedStep[] {
  let before = options.after;
  return (story.steps ?? []).map((step, index) => {
    const at = notBefore(momentAgo(now, step.day, options.seed + index * 5 + 1), before);
    before = at;
    const added = step.do === "submit" ? (step.add ?? []) : [];
    return { at, step, add: added.map(options.proofOf) };
  });
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

class Words {
  readonly #day: IsoDate;

  constructor(day: IsoDate) {
    this.#day = day;
  }

  /** The text with the month and the year of the work in their places. */
  fill(text: string): string {
    const month = MONTHS[Number(this.#day.slice(5, 7)) - 1] ?? "";
    return text.replaceAll("{month}", month).replaceAll("{year}", this.#day.slice(0, 4));
  }
}

function planInvoice(
  story: Story,
  one: StoryInvoice,
  facts: { workOn: IsoDate; madeOn: IsoDate; words: Words },
): { invoice: DemoInvoice; file: DemoFile } {
  const location = LOCATIONS[story.at];
  const partner = PARTNERS[location.partner];
  const { lines: street = [], postalCode, city } = location.place.address ?? {};
  const date = addDays(facts.workOn, 3);
  const invoice: DemoInvoice = {
    supplier: SUPPLIERS[one.supplier],
    number: facts.words.fill(one.number),
    date: date < facts.madeOn ? date : facts.madeOn,
    workOn: facts.workOn,
    billedTo: partner.legalName,
    billedToAddress: [...street, [postalCode, city].filter(Boolean).join(" ")].join(", "),
    currency: location.currency,
    lines: one.lines.map(([description, expenseType, price, quantity = "1", person]) => ({
      description,
      expenseType,
      quantity,
      unitPrice: moneyOf(price, location.currency),
      ...(person === undefined ? {} : { person }),
    })),
  };
  const name = `invoice-${invoice.number}`;
  const file: DemoFile =
    one.as === "xml"
      ? { name: `${name}.xml`, mediaType: "application/xml", bytes: () => writeEInvoice(invoice, location.place) }
      : { name: `${name}.pdf`, mediaType: "application/pdf", bytes: () => writeInvoicePdf(invoice) };
  return { invoice, file };
}

function planProof(proof: Proof, letterhead: { from: string; date: IsoDate }): PlannedProof {
  const { slot, note, show } = proof;
  if ("url" in show) return { slot, note, url: show.url };
  return { slot, note, file: fileOf(show, proof.name ?? slot, letterhead) };
}

function planMetric(metric: Metric, from: string, date: IsoDate): string | DemoFile {
  return typeof metric === "string" ? metric : fileOf(metric.show, metric.name, { from, date });
}

function fileOf(show: Content, name: string, letterhead: { from: string; date: IsoDate }): DemoFile {
  if ("picture" in show) return { name: `${name}.png`, mediaType: "image/png", bytes: () => drawPicture(show.picture) };
  if ("table" in show) return { name: `${name}.csv`, mediaType: "text/csv", bytes: () => writeTable(show.table) };
  return {
    name: `${name}.pdf`,
    mediaType: "application/pdf",
    bytes: () => writeLetterPdf({ ...letterhead, ...show.letter }),
  };
}

function amountOf(story: Story, invoices: readonly DemoInvoice[], currency: string): Money | null {
  if (story.claimed !== undefined) return moneyOf(story.claimed, currency);
  const invoiced = sum(
    invoices.map((invoice) => totalsOf(invoice).subtotal),
    currency,
  );
  const certified = sum(
    (story.certifications ?? []).map(({ quantity, unitCost }) =>
      times(moneyOf(unitCost, currency), quantity, "half-up"),
    ),
    currency,
  );
  const all = add(invoiced, certified);
  return all.minor > 0n ? all : null;
}
