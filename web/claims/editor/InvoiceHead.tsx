import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import classes from "../Claims.module.css";
import type { InvoiceFormState } from "./use-invoice-form.ts";

/** Supplier, number, date, and to whom the invoice was billed. */
export function InvoiceHead({ form: { values, change, refused } }: { form: InvoiceFormState }) {
  const { t } = useLingui();
  const text = (name: "supplierName" | "billedTo" | "number", label: string, max: number, required: boolean) => (
    <TextInput
      label={label}
      required={required}
      withAsterisk={false}
      maxLength={max}
      value={values[name]}
      error={refused.get(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.two}>
      {text("supplierName", t`Supplier`, 200, true)}
      {text("billedTo", t`Billed to`, 200, false)}
      {text("number", t`Invoice number`, 100, true)}
      <TextInput
        type="date"
        label={t`Invoice date`}
        required
        withAsterisk={false}
        value={values.date}
        error={refused.get("date")}
        onChange={(event) => change({ date: event.currentTarget.value })}
      />
    </div>
  );
}
