import { type FieldError, invalid, uuidOf } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { CertificationFacts } from "./certification.ts";
import type { CertificationBody, InvoiceBody, MetricsBody } from "./evidence-contract.ts";
import type { InvoiceFacts } from "./invoice.ts";

/** A metric's value: text, or the UUID of a file. */
export type MetricInput =
  | { readonly value: string; readonly fileId: null }
  | { readonly value: null; readonly fileId: string };

/**
 * An invoice as it will be stored. Throws 422 with `currency-mismatch` for each amount that is not in the claim's
 * currency: a claim has one currency (rulebook 3.4).
 */
export function invoiceFacts(body: InvoiceBody, currency: string): InvoiceFacts {
  const { file, lines, ...rest } = body;
  refuseOtherCurrencies(currency, [
    ["currency", body.currency],
    ["subtotal", body.subtotal],
    ["tax", body.tax],
    ["total", body.total],
    ...lines.flatMap((line, index): Named[] => [
      [`lines[${index}].unitPrice`, line.unitPrice],
      [`lines[${index}].lineAmount`, line.lineAmount],
    ]),
  ]);
  return { ...rest, lines, fileId: file };
}

/** A certification as it will be stored. Throws 422 with `currency-mismatch` like {@link invoiceFacts}. */
export function certificationFacts(body: CertificationBody, currency: string): CertificationFacts {
  refuseOtherCurrencies(currency, [
    ["currency", body.currency ?? currency],
    ["unitCost", body.unitCost],
    ["total", body.total],
  ]);
  return { ...body, currency };
}

/** Metric values by code; those given as null or empty are left out. A text that is a file's id means that file. */
export function metricInputs(body: MetricsBody): Map<string, MetricInput> {
  const inputs = new Map<string, MetricInput>();
  for (const [code, given] of Object.entries(body)) {
    const text = given === null ? "" : String(given).trim();
    if (text === "") continue;
    const fileId = uuidOf("file", text);
    inputs.set(code, fileId === undefined ? { value: text, fileId: null } : { value: null, fileId });
  }
  return inputs;
}

type Named = readonly [field: string, value: Money | string];

function refuseOtherCurrencies(currency: string, values: readonly Named[]): void {
  const errors = values.flatMap(([field, value]): FieldError[] => {
    const found = typeof value === "string" ? value : value.currency;
    if (found === currency) return [];
    const path = typeof value === "string" ? field : `${field}.currency`;
    return [{ field: path, code: "currency-mismatch", message: `This claim is in ${currency}, not in ${found}.` }];
  });
  if (errors.length === 0) return;
  throw invalid("invalid-body", `This claim is in ${currency}: every amount in it must be in ${currency}.`, errors);
}
