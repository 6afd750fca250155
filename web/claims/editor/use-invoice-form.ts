import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ApiProblem } from "../../api/problem.ts";
import type { Claim, Invoice } from "../../api/types.ts";
import { useMe } from "../../identity/me.ts";
import { activityTypesQuery } from "../../programs/programs-api.ts";
import { useStoredDraft } from "../../ui/use-stored-draft.ts";
import { emptyLine, formOf, type InvoiceFormValues, invoiceBody, type LineForm, totalsOf } from "./invoice-form.ts";
import { saveInvoice } from "./parts-api.ts";

/** An invoice that is being typed: its text (kept in this browser until it is saved), its totals, and saving it. */
export function useInvoiceForm(claim: Claim, invoice: Invoice | undefined, onDone: () => void) {
  const me = useMe();
  const types = useQuery(activityTypesQuery(claim.program, claim.usage.from));
  const type = types.data?.items.find(({ code }) => code === claim.activityType);
  const eligible = type?.eligibleExpenses ?? [];
  // Where a limit counts persons, each line says for whom it was.
  const asksPerson = type?.caps.some(({ kind }) => kind === "per-person" || kind === "max-persons") ?? false;
  const first = eligible[0] ?? "";
  const organisation = me.organisation.name;
  const initial = useMemo<InvoiceFormValues>(
    () =>
      invoice
        ? formOf(invoice)
        : {
            supplierName: "",
            number: "",
            date: "",
            billedTo: organisation,
            tax: "",
            file: null,
            lines: [emptyLine("")],
          },
    [invoice, organisation],
  );
  const [typed, change, clear] = useStoredDraft(`${me.id}.claim.${claim.id}.invoice.${invoice?.id ?? "new"}`, initial);
  // A line without a kind of cost is of the first kind that the activity reimburses.
  const values = { ...typed, lines: typed.lines.map((line) => ({ ...line, expenseType: line.expenseType || first })) };
  const save = useMutation({
    mutationFn: () => saveInvoice(claim.id, invoiceBody(values, claim.currency), invoice),
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  return {
    values,
    eligible,
    asksPerson,
    change,
    changeLine: (key: string, part: Partial<LineForm>): void =>
      change({ lines: values.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }),
    addLine: (): void => change({ lines: [...values.lines, emptyLine(first)] }),
    removeLine: (key: string): void => change({ lines: values.lines.filter((line) => line.key !== key) }),
    totals: totalsOf(values, claim.currency),
    save,
    refused: save.error instanceof ApiProblem ? save.error.fields : new Map<string, string>(),
    discard: (): void => {
      clear();
      onDone();
    },
  };
}

export type InvoiceFormState = ReturnType<typeof useInvoiceForm>;
