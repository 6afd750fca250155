import { type Finding, sentence } from "../../kernel/index.ts";
import { times } from "../../money/index.ts";
import { amountOf, type Case, dayOf, finding, isBlank, minorIn, minorText, type Rule, type Said } from "./case.ts";
import { isQuantity } from "./judge-invoice-sums.ts";
import type { SubjectCertification } from "./subject.ts";
import { firstCertifiable } from "./working-line.ts";

/** In-house cost is certified by a named person, for allowed types, inside the usage period, and adds up (rulebook 6.5). */
export const judgeCertifications: Rule = (c) =>
  c.subject.certifications.flatMap((csr, k) => {
    const field = `certifications[${k}]`;
    return [
      ...notAllowed(c, csr, field),
      ...incomplete(c, csr, field),
      ...sum(c, csr, field),
      ...dates(c, csr, field),
      ...accepted(c, csr, field),
    ];
  });

/** The type of cost a certification stands for, when in-house cost of that type may be certified at all. */
export function mayCertify(c: Case, csr: SubjectCertification): boolean {
  if (!c.type) return true; // said by activity.unknown
  if (!c.type.certificationAllowed) return false;
  const code = csr.expenseType ?? firstCertifiable(c.type, c.document);
  return c.document.expenseTypes.some((type) => type.code === code && type.csrAllowed);
}

function notAllowed(c: Case, csr: SubjectCertification, field: string): Finding[] {
  if (mayCertify(c, csr)) return [];
  const certifiable = c.document.expenseTypes
    .filter((type) => type.csrAllowed && c.type?.certificationAllowed && c.type.eligibleExpenses.includes(type.code))
    .map((type) => type.code);
  return [
    said(c, {
      rule: "certification.not-allowed",
      field,
      found: csr.expenseType ?? "in-house cost",
      allowed: certifiable.length === 0 ? "invoices only" : certifiable.join(", "),
      at: c.type?.certificationAllowed ? "expenseTypes" : `${c.typePath}.certificationAllowed`,
      remedy: sentence("Prove this cost with a supplier's invoice, or certify another type of cost."),
      reasonCode: "csr-not-allowed",
    }),
  ];
}

function incomplete(c: Case, csr: SubjectCertification, field: string): Finding[] {
  const missing = [
    isBlank(csr.personOrRole) ? "personOrRole" : [],
    isBlank(csr.workDone) ? "workDone" : [],
    isBlank(csr.certifierName) ? "certifierName" : [],
    isQuantity(csr.quantity) ? [] : "quantity",
    csr.unitCost === null ? "unitCost" : [],
    csr.total === null || csr.total.minor <= 0n ? "total" : [],
  ].flat();
  return missing.map((name) =>
    said(c, {
      rule: "certification.incomplete",
      field: `${field}.${name}`,
      found: "nothing",
      allowed: "a value",
      at: "expenseTypes",
      remedy: sentence("Say who did which work, how much of it, at what cost, and who certifies it."),
      reasonCode: "csr-incomplete",
    }),
  );
}

function sum(c: Case, csr: SubjectCertification, field: string): Finding[] {
  const { currency } = c.subject;
  const cost = minorIn(csr.unitCost, currency);
  const total = minorIn(csr.total, currency);
  if (cost === undefined || total === undefined || !isQuantity(csr.quantity)) return [];
  const product = times({ minor: cost, currency }, csr.quantity, "half-up").minor;
  if (product === total) return [];
  return [
    said(c, {
      rule: "certification.sum",
      field: `${field}.total`,
      found: minorText(total, currency),
      allowed: minorText(product, currency),
      at: "expenseTypes",
      remedy: sentence("Quantity times unit cost make {product}; correct one of the three.", {
        product: amountOf(product, currency),
      }),
      reasonCode: "csr-incomplete",
    }),
  ];
}

function dates(c: Case, csr: SubjectCertification, field: string): Finding[] {
  const from = dayOf(csr.from);
  const to = dayOf(csr.to);
  const usage = c.window?.usagePeriod;
  const inside =
    from !== undefined && to !== undefined && from <= to && (!usage || (usage.from <= from && to <= usage.to));
  const period = inside
    ? []
    : [
        said(c, {
          rule: "certification.dates",
          field: `${field}.from`,
          found: `${csr.from ?? "nothing"} to ${csr.to ?? "nothing"}`,
          allowed: usage ? `inside ${usage.from} to ${usage.to}` : "a first and a last day",
          at: `${c.windowPath}.usagePeriod`,
          remedy: sentence("Certify work done inside the usage period, its first day before its last."),
          reasonCode: "csr-incomplete",
        }),
      ];
  const certified = dayOf(csr.certifiedOn);
  if (to === undefined || (certified !== undefined && certified >= to)) return period;
  const early = said(c, {
    rule: "certification.dates",
    field: `${field}.certifiedOn`,
    found: csr.certifiedOn ?? "nothing",
    allowed: `from ${to} on`,
    at: "expenseTypes",
    remedy: sentence("Certify the work after it was done."),
    reasonCode: "csr-incomplete",
  });
  return [...period, early];
}

function accepted(c: Case, csr: SubjectCertification, field: string): Finding[] {
  if (csr.accepted) return [];
  return [
    said(c, {
      rule: "certification.not-accepted",
      field: `${field}.accepted`,
      found: "not confirmed",
      allowed: "confirmed",
      at: "expenseTypes",
      remedy: sentence("The named person must confirm that the work was done and that its cost is true."),
      reasonCode: "csr-incomplete",
    }),
  ];
}

function said(c: Case, what: Omit<Said, "severity">): Finding {
  return finding(c, { ...what, severity: "blocks" });
}
