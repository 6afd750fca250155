import type { z } from "zod";
import { nothingBlocks } from "../../kernel/index.ts";
import { toWire } from "../../money/index.ts";
import { catalogueOf } from "../edition.ts";
import { findingWire } from "../edition-resource.ts";
import { type EditionDocument, EditionShape } from "../edition-schema.ts";
import type { EditionSource } from "../edition-source.ts";
import { isTextFault, readText } from "../read-document.ts";
import { evaluate } from "../rules/evaluate.ts";
import { resolved, validateEdition } from "../validate-edition.ts";
import { exampleClaim } from "./example-claim.ts";
import type { EditionPreview, Example } from "./preview-contract.ts";

type Preview = z.input<typeof EditionPreview>;

/**
 * What a text would mean, were it published: what is wrong with it, line by line, its dates and activities, and how it judges
 * an example. Pure: reads nothing and stores nothing, so that it can be asked at every pause of typing. Takes any text, never throws.
 */
export function previewEdition(source: EditionSource, example: Example | undefined): Preview {
  const read = readText(source.text, source.format);
  if (isTextFault(read)) return { valid: false, findings: [unreadable(read)], rules: null, example: null };
  const document = resolved(read.document);
  const findings = validateEdition(document);
  const whole = EditionShape.safeParse(document).data;
  return {
    valid: nothingBlocks(findings),
    findings: findings.map((finding) => findingWire({ ...finding, ...lineOf(read.lineOf(finding.field)) })),
    rules: whole ? rulesOf(whole) : null,
    example: whole && example ? judged(whole, example) : null,
  };
}

const lineOf = (line: number | undefined): { line?: number } => (line === undefined ? {} : { line });

function unreadable({
  message,
  line,
}: {
  readonly message: string;
  readonly line?: number;
}): Preview["findings"][number] {
  return {
    path: "",
    ...lineOf(line),
    code: "unreadable-document",
    severity: "blocks",
    message,
    found: "",
    allowed: "JSON or YAML",
  };
}

function rulesOf(document: EditionDocument): Preview["rules"] {
  const names = new Map(document.expenseTypes.map(({ code, name }) => [code, name]));
  return {
    timeZone: document.timeZone,
    currencies: document.currencies,
    windows: document.windows,
    activityTypes: catalogueOf(document).map(({ code, name, evidence, metrics, eligibleExpenses }) => ({
      code,
      name,
      evidence: evidence.map((slot) => ({ code: slot.code, name: slot.description, required: slot.required })),
      metrics: metrics.map((metric) => ({ code: metric.code, name: metric.name })),
      expenseTypes: eligibleExpenses.map((expense) => ({ code: expense, name: names.get(expense) ?? expense })),
    })),
  };
}

function judged(document: EditionDocument, example: Example): Preview["example"] {
  const { subject, facts } = exampleClaim(document, example);
  const { findings, proofTotal, eligibleTotal } = evaluate({ document, version: 0 }, subject, facts);
  return {
    findings: [...findings],
    claimed: toWire(example.amount),
    cost: toWire(example.invoiced ?? example.amount),
    claimable: toWire(proofTotal),
    eligible: toWire(eligibleTotal),
    mayBeSubmitted: nothingBlocks(findings),
  };
}
