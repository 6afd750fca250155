import type { CertificationBody } from "../../api/schema.gen.d.ts";
import type { Certification, CertificationUnit } from "../../api/types.ts";
import { lineProduct } from "./invoice-form.ts";

/** A statement of in-house cost as it is typed. */
export interface CertificationFormValues {
  from: string;
  to: string;
  personOrRole: string;
  workDone: string;
  unit: CertificationUnit;
  quantity: string;
  unitCost: string;
  certifierName: string;
  certifierRole: string;
  certifiedOn: string;
  accepted: boolean;
}

/** A stored statement as a form, or an empty one by a certifier on a day. */
export function certificationForm(
  known: Certification | undefined,
  certifier: string,
  day: string,
): CertificationFormValues {
  if (!known) {
    return {
      from: "",
      to: "",
      personOrRole: "",
      workDone: "",
      unit: "hours",
      quantity: "",
      unitCost: "",
      certifierName: certifier,
      certifierRole: "",
      certifiedOn: day,
      accepted: false,
    };
  }
  const {
    from,
    to,
    personOrRole,
    workDone,
    unit,
    quantity,
    unitCost,
    certifierName,
    certifierRole,
    certifiedOn,
    accepted,
  } = known;
  return {
    from,
    to,
    personOrRole,
    workDone,
    unit,
    quantity,
    unitCost: unitCost.amount,
    certifierName,
    certifierRole,
    certifiedOn,
    accepted,
  };
}

/** The body of POST and PUT of a statement. The total is quantity times cost, to the cent. */
export function certificationBody(values: CertificationFormValues, currency: string): CertificationBody {
  const { quantity, unitCost, ...rest } = values;
  return {
    ...rest,
    quantity: quantity.replace(",", "."),
    currency,
    unitCost: { amount: unitCost, currency },
    total: { amount: lineProduct(quantity, unitCost, currency) || "0", currency },
  };
}
