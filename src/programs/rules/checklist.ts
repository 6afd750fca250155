import type { ChecklistItem } from "./assessment.ts";
import { type Case, isBlank } from "./case.ts";
import { slotStates } from "./evidence-slots.ts";
import { isGiven, metricOf, metricsWaived } from "./judge-metrics.ts";
import { needsPreApproval } from "./judge-pre-approval.ts";
import { isRead } from "./judge-statements.ts";

/** What is asked of the claim, with what is there: cost, evidence, metrics, consent, and what the reviewer looks for. */
export function checklistOf(c: Case): readonly ChecklistItem[] {
  if (!c.type) return [];
  return [costProof(c), ...preApproval(c), ...evidence(c), ...metrics(c), ...coreRequirements(c), ...statements(c)];
}

function costProof(c: Case): ChecklistItem {
  const certifiable = c.type?.certificationAllowed ?? false;
  return {
    kind: "cost-proof",
    code: "cost-proof",
    label: certifiable ? "Invoice or certification of in-house cost" : "Invoice",
    state: c.lines.length > 0 ? "present" : "missing",
    required: true,
    field: "invoices",
    accepts: certifiable ? ["invoice", "certification"] : ["invoice"],
    allowsLink: false,
  };
}

function preApproval(c: Case): ChecklistItem[] {
  if (!needsPreApproval(c)) return [];
  return [
    {
      kind: "pre-approval",
      code: "pre-approval",
      label: "Id of the vendor's pre-approval",
      state: isBlank(c.subject.preApprovalId) ? "missing" : "present",
      required: true,
      field: "preApprovalId",
      accepts: [],
      allowsLink: false,
    },
  ];
}

function evidence(c: Case): ChecklistItem[] {
  return slotStates(c).map(({ slot, required, filled, accepts }) => ({
    kind: "evidence",
    code: slot.code,
    label: slot.description,
    state: filled ? "present" : required ? "missing" : "not-needed",
    required,
    field: `documents.${slot.code}`,
    accepts,
    allowsLink: slot.allowsLink,
  }));
}

function metrics(c: Case): ChecklistItem[] {
  const asked = (c.type?.metrics ?? []).filter((metric) => metric.askedOn !== "request");
  return asked.map((metric) => {
    const required = metric.required && !metricsWaived(c);
    return {
      kind: "metric",
      code: metric.code,
      label: metric.name,
      state: isGiven(metricOf(c, metric.code)) ? "present" : required ? "missing" : "not-needed",
      required,
      field: `metrics.${metric.code}`,
      accepts: [],
      allowsLink: false,
    };
  });
}

function coreRequirements(c: Case): ChecklistItem[] {
  const name = (code: string) =>
    c.document.coreRequirements.find((requirement) => requirement.code === code)?.name ?? code;
  const ofSlots = slotStates(c).flatMap(({ slot }) =>
    (slot.mustShow ?? []).map((code) => judged(code, `${slot.description}: ${name(code)}`, `documents.${slot.code}`)),
  );
  return [...(c.type?.coreRequirements ?? []).map((code) => judged(code, name(code), "documents")), ...ofSlots];
}

/** Statements of invoices and certifications that only a reviewer can see. */
function statements(c: Case): ChecklistItem[] {
  const { invoiceMustShow = [], certificationMustShow = [] } = c.document.claims ?? {};
  return [
    ...(c.subject.invoices.length > 0 ? invoiceMustShow.filter(({ code }) => !isRead(code)) : []).map(
      ({ code, name }) => judged(code, name, "invoices"),
    ),
    ...(c.subject.certifications.length > 0 ? certificationMustShow : []).map(({ code, name }) =>
      judged(code, name, "certifications"),
    ),
  ];
}

function judged(code: string, label: string, field: string): ChecklistItem {
  return {
    kind: "core-requirement",
    code,
    label,
    state: "judged",
    required: true,
    field,
    accepts: [],
    allowsLink: false,
  };
}
