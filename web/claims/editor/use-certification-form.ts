import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { ApiProblem } from "../../api/problem.ts";
import type { Certification, Claim } from "../../api/types.ts";
import { today } from "../../i18n/format.ts";
import { useMe } from "../../identity/me.ts";
import { useStoredDraft } from "../../ui/use-stored-draft.ts";
import { certificationBody, certificationForm } from "./certification-form.ts";
import { lineProduct } from "./invoice-form.ts";
import { saveCertification } from "./parts-api.ts";

/** A statement of in-house cost that is being typed, kept in this browser until it is saved. */
export function useCertificationForm(claim: Claim, known: Certification | undefined, onDone: () => void) {
  const me = useMe();
  const initial = useMemo(() => certificationForm(known, me.name, today()), [known, me.name]);
  const [values, change, clear] = useStoredDraft(
    `${me.id}.claim.${claim.id}.certification.${known?.id ?? "new"}`,
    initial,
  );
  const save = useMutation({
    mutationFn: () => saveCertification(claim.id, certificationBody(values, claim.currency), known),
    onSuccess: () => {
      clear();
      onDone();
    },
  });
  return {
    values,
    change,
    total: lineProduct(values.quantity, values.unitCost, claim.currency),
    save,
    refused: save.error instanceof ApiProblem ? save.error.fields : new Map<string, string>(),
    discard: (): void => {
      clear();
      onDone();
    },
  };
}

export type CertificationFormState = ReturnType<typeof useCertificationForm>;
