import { type Fault, fault, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";

/** Switches of the document that exclude each other, or lead nowhere. */
export function validateSwitches(document: EditionDocument): readonly Fault[] {
  return [
    ...split(document),
    ...commitment(document),
    ...plans(document),
    ...shares(document),
    ...people(document),
    ...money(document),
    ...acknowledgements(document),
  ];
}

function split({ split: rule, fundTypes }: EditionDocument): Fault[] {
  const total = rule ? percent(rule.rebatePct) + percent(rule.coopPct) : HUNDRED;
  const parts = fundTypes.filter((fund) => fund.active && fund.splitPct !== undefined);
  const shared = parts.reduce((sum, fund) => sum + percent(fund.splitPct ?? "0"), 0n);
  const remedy = "Make rebate and co-op 100 together.";
  return [
    ...(total === HUNDRED
      ? []
      : [fault("split.sum", "split", `${rule?.rebatePct} and ${rule?.coopPct}`, "100 together", remedy)]),
    ...(parts.length === 0 || shared === HUNDRED
      ? []
      : [
          fault(
            "split.sum",
            "fundTypes",
            "shares of fund types",
            "100 together",
            "Make the shares of the active fund types 100 together.",
          ),
        ]),
  ];
}

/** An approved plan sets money aside in the one fund of its period, before anything is paid. */
function commitment({ planCommitment, planMode, poeTiming, fundTypes }: EditionDocument): Fault[] {
  if (planCommitment === "none") return [];
  const halfYearly = fundTypes.every((type) => !type.active || type.planPeriodKind === "half-year");
  if (halfYearly && planMode !== "none" && poeTiming === "before-payment") return [];
  return [
    fault(
      "plan.commitment",
      "planCommitment",
      planCommitment,
      "plans for half-years, with proof before payment",
      'Set planCommitment to "none", or let plans be for half-years and proof come before the payment.',
    ),
  ];
}

/** Proof after payment pays by a plan; a plan needs the kind; a fund nobody can use leads nowhere. */
function plans({ planMode, poeTiming, kind, fundTypes }: EditionDocument): Fault[] {
  return [
    ...(poeTiming === "after-payment" && planMode === "none"
      ? [
          fault(
            "switch.proof-without-plan",
            "poeTiming",
            "after-payment with planMode none",
            "a plan, or proof before payment",
            "Money that is paid before the proof is paid by a plan; let plans be optional or required.",
          ),
        ]
      : []),
    ...(planMode === "required" && !kind.includes("plan") && !kind.includes("co-op")
      ? [
          warning(
            "switch.plan-without-kind",
            "kind",
            kind.join(", "),
            "plan among the kinds",
            'Add "plan" to the kinds of the program, so that people find it there.',
          ),
        ]
      : []),
    ...(fundTypes.some(({ active }) => active)
      ? []
      : [
          fault(
            "switch.no-fund",
            "fundTypes",
            "none active",
            "one active fund type",
            "Without a fund nothing can be claimed.",
          ),
        ]),
  ];
}

function shares({ costShare = [] }: EditionDocument): Fault[] {
  return costShare.flatMap(({ share, ...limits }, i) => {
    const at = `costShare[${i}]`;
    const isGeneral = Object.values(limits).every((limit) => limit === undefined);
    return [
      ...(share.kind === "range" && percent(share.from) > percent(share.to)
        ? [
            fault(
              "share.range",
              `${at}.share`,
              `${share.from} to ${share.to}`,
              "from below to",
              "Turn the two shares round.",
            ),
          ]
        : []),
      ...((limits.sponsorsFrom ?? 0) > (limits.sponsorsTo ?? 100)
        ? [
            fault(
              "share.sponsors",
              at,
              `${limits.sponsorsFrom} to ${limits.sponsorsTo}`,
              "from below to",
              "Turn the two numbers round.",
            ),
          ]
        : []),
      ...(isGeneral && i < costShare.length - 1
        ? [
            warning(
              "share.unreachable",
              `costShare[${i + 1}]`,
              "behind a share that fits everything",
              `before costShare[${i}]`,
              "The first share that fits counts; move the general one to the end.",
            ),
          ]
        : []),
    ];
  });
}

function people({ whoMay, incentivesUserMaySubmit, disputes, serviceLevels }: EditionDocument): Fault[] {
  const submits = whoMay?.["submit-claim"];
  return [
    ...(submits?.includes("incentives-user") === true && !incentivesUserMaySubmit
      ? [
          fault(
            "switch.who-submits",
            "whoMay.submit-claim",
            "incentives-user",
            "as incentivesUserMaySubmit says",
            "One switch lets the incentives user submit and the other does not; make them say the same.",
          ),
        ]
      : []),
    ...(disputes?.times === 0 &&
    serviceLevels.disputeOpen.kind !== "end-of-next-month" &&
    amountOf(serviceLevels.disputeOpen) > 0
      ? [
          warning(
            "switch.dispute-never",
            "disputes.times",
            "0",
            "no time to dispute",
            "Nothing can be disputed, so the promised time for it is never used.",
          ),
        ]
      : []),
  ];
}

function amountOf(level: { readonly days: number } | { readonly hours: number }): number {
  return "days" in level ? level.days : level.hours;
}

function money({ funding, fundTypes, split: rule, payment, requests }: EditionDocument): Fault[] {
  const asked = fundTypes.some(({ active, source }) => active && source === "request");
  return [
    ...(funding?.rollOver?.by === "automatic" && funding.forfeiture?.after === "never"
      ? [
          warning(
            "switch.roll-over-never-ends",
            "funding.forfeiture.after",
            "never",
            "an end, or no roll-over",
            "Money that is never lost need not roll over.",
          ),
        ]
      : []),
    ...(funding?.rollOver?.by === "never" && funding.rollOver.most !== undefined
      ? [
          warning(
            "switch.unused",
            "funding.rollOver.most",
            funding.rollOver.most,
            "nothing",
            "Nothing rolls over, so this is never used.",
          ),
        ]
      : []),
    ...(rule && fundTypes.every(({ source }) => source !== undefined && source !== "accrual")
      ? [
          warning(
            "switch.split-without-accrual",
            "split",
            "a split",
            "a fund that accrues",
            "No fund of the program is earned, so nothing is split.",
          ),
        ]
      : []),
    ...(payment?.partnerInvoice?.needed === false && payment.countedFrom === "partner-invoice"
      ? [
          fault(
            "switch.payment-never-due",
            "payment.countedFrom",
            "partner-invoice",
            "an event that happens",
            "No invoice of the partner is needed, so the time to pay would never begin.",
          ),
        ]
      : []),
    ...(asked && !requests
      ? [
          warning(
            "switch.no-requests",
            "requests",
            "nothing",
            "rules for requests",
            "Partners ask for this money; say in requests what a request must keep.",
          ),
        ]
      : []),
  ];
}

function acknowledgements(document: EditionDocument): Fault[] {
  if (document.acknowledgements.length > 0) return [];
  return [
    warning(
      "acknowledgement.none",
      "acknowledgements",
      "none",
      "at least one",
      "Ask partners to confirm at least that what they claim is true.",
    ),
  ];
}

const HUNDRED = 1_000_000n;

/** A percentage in ten-thousandths, exactly. */
function percent(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(4, "0"));
}
