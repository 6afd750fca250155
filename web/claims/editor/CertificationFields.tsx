import { useLingui } from "@lingui/react/macro";
import { Select, Textarea, TextInput } from "@mantine/core";
import type { CertificationUnit } from "../../api/types.ts";
import { MoneyInput } from "../../ui/MoneyInput.tsx";
import classes from "../Claims.module.css";
import { useUnits } from "../use-units.ts";
import type { CertificationFormState } from "./use-certification-form.ts";

/** Who did what, when, how much of it, at what cost; and who certifies it. */
export function CertificationFields({ form, currency }: { form: CertificationFormState; currency: string }) {
  const { t } = useLingui();
  const units = useUnits();
  const { values, change, refused } = form;
  const text = (name: "personOrRole" | "certifierName" | "certifierRole", label: string) => (
    <TextInput
      label={label}
      required
      withAsterisk={false}
      maxLength={200}
      value={values[name]}
      error={refused.get(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  const date = (name: "from" | "to" | "certifiedOn", label: string) => (
    <TextInput
      type="date"
      label={label}
      required
      withAsterisk={false}
      value={values[name]}
      error={refused.get(name)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.three}>
      {text("personOrRole", t`Person or role`)}
      {date("from", t`From`)}
      {date("to", t`To`)}
      <Textarea
        className={classes.wide ?? ""}
        label={t`Work done`}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={2000}
        value={values.workDone}
        error={refused.get("workDone")}
        onChange={(event) => change({ workDone: event.currentTarget.value })}
      />
      <TextInput
        label={t`Quantity`}
        required
        withAsterisk={false}
        inputMode="decimal"
        value={values.quantity}
        error={refused.get("quantity")}
        onChange={(event) => change({ quantity: event.currentTarget.value })}
      />
      <Select
        label={t`Unit`}
        data={Object.entries(units).map(([value, label]) => ({ value, label }))}
        value={values.unit}
        allowDeselect={false}
        onChange={(unit) => unit && change({ unit: unit as CertificationUnit })}
      />
      <MoneyInput
        label={t`Cost of one`}
        currency={currency}
        value={values.unitCost}
        error={refused.get("unitCost.amount")}
        onChange={(unitCost) => change({ unitCost })}
      />
      {text("certifierName", t`Certified by`)}
      {text("certifierRole", t`Role of the certifier`)}
      {date("certifiedOn", t`Certified on`)}
    </div>
  );
}
