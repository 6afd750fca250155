import { useLingui } from "@lingui/react/macro";
import { MultiSelect, Select, Switch, TagsInput, Textarea, TextInput } from "@mantine/core";
import { DayInput } from "../DayInput.tsx";
import { FormList } from "./FormList.tsx";
import { FormObject } from "./FormObject.tsx";
import { type FormPartProps, faultAt, textOf } from "./form-part.ts";
import { choicesOf, type Known } from "./known-codes.ts";
import { hintOf, nameOf, offered, valueName } from "./names.ts";
import { choices, emptyOf, kindOf, type Part, resolve, type Schema } from "./schema.ts";

const LONG = 70;

/** How lists and objects draw what is in them; handed to them, because they are parts themselves. */
const render = (props: FormPartProps) => <FormPart {...props} />;

/** The field for a part: what kind of field it is follows from the form of the edition. */
export function FormPart(props: FormPartProps) {
  const { schema, path, value, findings, readOnly, onChange } = props;
  const part = resolve(schema, props.part);
  const kind = kindOf(schema, part, value);
  const key = String(path.at(-1) ?? "");
  const name = nameOf(key, path);
  const fault = faultAt(findings, path);
  const label = {
    label: name,
    description: hintOf(part.description ?? kind.description),
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
        data={offered(path, kind.enum, value).map((each) => ({ value: each, label: valueName(path, each) }))}
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
        <TextsPart {...props} label={label} choices={resolve(schema, kind.items).enum} known={props.codesFor(key)} />
      ) : (
        <FormList
          {...props}
          render={render}
          part={kind}
          name={name}
          description={hintOf(part.description ?? kind.description)}
        />
      );
    case "object":
      return <FormObject {...props} render={render} part={part} kind={kind} name={name} />;
    default: {
      const codes = props.codesFor(key);
      if (codes.length > 0) {
        return (
          <Select
            {...label}
            searchable
            data={choicesOf(codes, typeof value === "string" ? [value] : [])}
            value={typeof value === "string" ? value : null}
            allowDeselect={false}
            onChange={(next) => onChange(path, next ?? "")}
          />
        );
      }
      if (isDay(kind) && isDayOrEmpty(value)) {
        return (
          <DayInput {...label} value={typeof value === "string" ? value : ""} onDay={(day) => onChange(path, day)} />
        );
      }
      return (
        <TextPart {...label} value={typeof value === "string" ? value : ""} onText={(next) => onChange(path, next)} />
      );
    }
  }
}

/** What stands around every field. */
interface Around {
  label: string;
  description: string | undefined;
  error: string | undefined;
  disabled: boolean;
  "data-field": string;
}

/** Several values: chosen by name where the document or the form has them, else typed. */
function TextsPart({
  label,
  choices: fixed,
  known,
  path,
  value,
  readOnly,
  onChange,
}: FormPartProps & { label: Around; choices: readonly string[] | undefined; known: readonly Known[] }) {
  const { t } = useLingui();
  const values = Array.isArray(value) ? value.map(String) : [];
  const data = fixed ? fixed.map((each) => ({ value: each, label: valueName(path, each) })) : choicesOf(known, values);
  if (fixed || known.length > 0) {
    return (
      <MultiSelect
        {...label}
        data={data}
        value={[...new Set(values)]}
        searchable
        placeholder={readOnly || values.length > 0 ? "" : t`Choose`}
        onChange={(next) => onChange(path, next)}
      />
    );
  }
  return (
    <TagsInput
      {...label}
      value={values}
      clearable={false}
      placeholder={readOnly ? "" : t`Type and press Enter`}
      onChange={(next) => onChange(path, next)}
    />
  );
}

interface TextPartProps extends Around {
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
        description={hintOf(part.description)}
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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field for a day is one by its form, as long as what stands in it can be one. */
function isDay({ pattern }: Part): boolean {
  return pattern === String.raw`^\d{4}-\d{2}-\d{2}$`;
}

function isDayOrEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (typeof value === "string" && DAY.test(value));
}

function isTexts(schema: Schema, list: Part): boolean {
  const item = resolve(schema, list.items);
  return item.type === "string";
}

function numberOrText(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
