import type { ChecklistItem } from "./assessment.ts";
import { type Case, isBlank } from "./case.ts";
import { slotStates } from "./evidence-slots.ts";
import { isGiven, metricOf, metricsWaived } from "./judge-metrics.ts";
import { needsPreApproval } from "./judge-pre-approval.ts";

/** What is asked of the claim, with what is there: cost, evidence, metrics, consent, and what the reviewer looks for. */
export function checklistOf(c: Case): readonly ChecklistItem[] {
  if (!c.type) return [];
  return [costProof(c), ...preApproval(c), ...evidence(c), ...metrics(c), ...coreRequirements(c)];
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
  return (c.type?.metrics ?? []).map((metric) => {
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
  return (c.type?.coreRequirements ?? []).map((code) => ({
    kind: "core-requirement",
    code,
    label: c.document.coreRequirements.find((requirement) => requirement.code === code)?.name ?? code,
    state: "judged",
    required: true,
    field: "documents",
    accepts: [],
    allowsLink: false,
  }));
}
