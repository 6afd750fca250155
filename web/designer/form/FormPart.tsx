import { useLingui } from "@lingui/react/macro";
import { Autocomplete, Select, Switch, TagsInput, Textarea, TextInput } from "@mantine/core";
import { FormList } from "./FormList.tsx";
import { FormObject } from "./FormObject.tsx";
import { type FormPartProps, faultAt, textOf } from "./form-part.ts";
import { nameOf } from "./names.ts";
import { choices, emptyOf, kindOf, type Part, resolve, type Schema } from "./schema.ts";

const LONG = 70;

/** How lists and objects draw what is in them; handed to them, because they are parts themselves. */
const render = (props: FormPartProps) => <FormPart {...props} />;

/** The field for a part: what kind of field it is follows from the form of the edition. */
export function FormPart(props: FormPartProps) {
  const { t } = useLingui();
  const { schema, path, value, findings, readOnly, onChange } = props;
  const part = resolve(schema, props.part);
  const kind = kindOf(schema, part, value);
  const key = String(path.at(-1) ?? "");
  const name = nameOf(key);
  const fault = faultAt(findings, path);
  const label = {
    label: name,
    description: part.description ?? kind.description,
    error: fault,
    disabled: readOnly,
    // Where a finding leads to.
    "data-field": textOf(path),
  };
  const kinds = choices(schema, part);
  if (kinds.length > 1 && kinds.some((each) => each.type === "null")) {
    return <Nullable {...props} part={part} kind={kind} other={kinds.find((each) => each.type !== "null") ?? {}} />;
  }
  if (kind.const !== undefined)
    return <TextInput {...label} value={JSON.stringify(kind.const).replaceAll('"', "")} readOnly />;
  if (kind.enum) {
    return (
      <Select
        {...label}
        data={kind.enum.map((each) => ({ value: each, label: nameOf(each) }))}
        value={typeof value === "string" ? value : null}
        allowDeselect={!props.required}
        onChange={(next) => onChange(path, next ?? undefined)}
      />
    );
  }
  switch (kind.type ?? "string") {
    case "boolean":
      return (
        <Switch {...label} checked={value === true} onChange={(event) => onChange(path, event.currentTarget.checked)} />
      );
    case "integer":
    case "number":
      return (
        <TextInput
          {...label}
          inputMode="numeric"
          value={typeof value === "number" ? String(value) : typeof value === "string" ? value : ""}
          onChange={(event) => onChange(path, numberOrText(event.currentTarget.value))}
        />
      );
    case "array":
      return isTexts(schema, kind) ? (
        <TagsInput
          {...label}
          data={[...(resolve(schema, kind.items).enum ?? props.codesFor(key))]}
          value={Array.isArray(value) ? value.map(String) : []}
          clearable={false}
          placeholder={readOnly ? "" : t`Type and press Enter`}
          onChange={(next) => onChange(path, next)}
        />
      ) : (
        <FormList
          {...props}
          render={render}
          part={kind}
          name={name}
          description={part.description ?? kind.description}
        />
      );
    case "object":
      return <FormObject {...props} render={render} part={part} kind={kind} name={name} />;
    default: {
      const codes = props.codesFor(key);
      if (codes.length > 0) {
        return (
          <Autocomplete
            {...label}
            data={[...codes]}
            value={typeof value === "string" ? value : ""}
            onChange={(next) => onChange(path, next)}
          />
        );
      }
      return (
        <TextPart {...label} value={typeof value === "string" ? value : ""} onText={(next) => onChange(path, next)} />
      );
    }
  }
}

interface TextPartProps {
  label: string;
  description: string | undefined;
  error: string | undefined;
  disabled: boolean;
  "data-field": string;
  value: string;
  onText: (text: string) => void;
}

/** A sentence gets room for a sentence. */
function TextPart({ value, onText, ...label }: TextPartProps) {
  return value.length > LONG ? (
    <Textarea {...label} autosize minRows={2} value={value} onChange={(event) => onText(event.currentTarget.value)} />
  ) : (
    <TextInput {...label} value={value} onChange={(event) => onText(event.currentTarget.value)} />
  );
}

/** A part that may be left open: a switch, and below it the part. */
function Nullable(props: FormPartProps & { kind: Part; other: Part }) {
  const { schema, path, value, kind, other, part, readOnly, onChange, findings } = props;
  const isThere = value !== null && value !== undefined;
  return (
    <div>
      <Switch
        label={nameOf(String(path.at(-1) ?? ""))}
        description={part.description}
        error={isThere ? undefined : faultAt(findings, path)}
        disabled={readOnly}
        checked={isThere}
        mb={isThere ? "xs" : 0}
        onChange={(event) => onChange(path, event.currentTarget.checked ? emptyOf(schema, other) : null)}
      />
      {isThere && <FormPart {...props} part={kind} />}
    </div>
  );
}

function isTexts(schema: Schema, list: Part): boolean {
  const item = resolve(schema, list.items);
  return item.type === "string";
}

function numberOrText(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
