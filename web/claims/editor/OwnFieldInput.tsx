import { useLingui } from "@lingui/react/macro";
import { Select, TextInput } from "@mantine/core";
import type { Claim } from "../../api/types.ts";
import { MoneyInput } from "../../ui/MoneyInput.tsx";

interface OwnFieldInputProps {
  field: Claim["asks"]["fields"][number];
  currency: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** A field that the program asks for, drawn as its kind wants it. */
export function OwnFieldInput({ field, currency, value, error, onChange }: OwnFieldInputProps) {
  const { t } = useLingui();
  const { name, kind, required, hint, pattern, choices } = field;
  const form = pattern === undefined ? undefined : t`In the form ${pattern}; # is a digit`;
  const description = [required ? undefined : t`Optional`, hint ?? form]
    .filter((each) => each !== undefined)
    .join(". ");
  const label = { label: name, description: description || undefined, error };
  switch (kind) {
    case "amount":
      return <MoneyInput {...label} currency={currency} value={value} onChange={onChange} />;
    case "choice":
      return (
        <Select
          {...label}
          data={(choices ?? []).map((choice) => ({ value: choice.code, label: choice.name }))}
          value={value || null}
          clearable={!required}
          searchable
          onChange={(code) => onChange(code ?? "")}
        />
      );
    case "yes-no":
      return (
        <Select
          {...label}
          data={[
            { value: "yes", label: t`Yes` },
            { value: "no", label: t`No` },
          ]}
          value={value || null}
          clearable={!required}
          onChange={(answer) => onChange(answer ?? "")}
        />
      );
    case "date":
      return (
        <TextInput {...label} type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case "number":
    case "text":
      return (
        <TextInput
          {...label}
          inputMode={kind === "number" ? "decimal" : "text"}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return kind satisfies never;
  }
}
