import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Menu, NativeSelect, NavLink, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { EditionPreview } from "../../api/schema.gen.d.ts";
import classes from "../Designer.module.css";
import type { DraftText } from "../designer-api.ts";
import { type Path, readDraft, withValue } from "./edit-text.ts";
import { FormPart } from "./FormPart.tsx";
import { codesFor } from "./known-codes.ts";
import { hintOf, nameOf } from "./names.ts";
import { groupsOf, type PartGroup } from "./part-groups.ts";
import { emptyOf, resolve, type Schema } from "./schema.ts";

interface FormEditorProps {
  schema: Schema;
  draft: DraftText;
  findings: EditionPreview["findings"];
  readOnly: boolean;
  /** The part that is shown. */
  at: string;
  onAt: (part: string) => void;
  onChange: (draft: DraftText) => void;
}

/** The edition as a form: its parts at the left, the fields of one at the right, each with what it means. It writes into the same text. */
export function FormEditor({ schema, draft, findings, readOnly, at, onAt, onChange }: FormEditorProps) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const document = readDraft(draft);
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return (
      <Alert color="orange">
        <Trans>This text cannot be read as it stands. Mend it in the text; then the form can show it.</Trans>
      </Alert>
    );
  }
  const values = document as Record<string, unknown>;
  const known = Object.keys(schema.properties ?? {}).filter((key) => !HIDDEN.has(key));
  const parts = known.filter((key) => key in values);
  const missing = known.filter((key) => !(key in values));
  const simple = parts.filter((key) => typeof values[key] !== "object" || values[key] === null);
  const large = parts.filter((key) => !simple.includes(key));
  const faults = (keys: readonly string[]): number =>
    findings.filter(({ path, severity }) => severity === "blocks" && keys.some((key) => isUnder(path, key))).length;
  const nameOfGroup: Record<PartGroup, string> = {
    claims: t`What partners claim`,
    money: t`Money`,
    dates: t`Dates and times`,
    people: t`People and decisions`,
  };
  const change = (path: Path, value: unknown): void => onChange(withValue(draft, path, value));
  const shown = at === "" || !(at in values) ? "" : at;
  return (
    <div className={classes.form}>
      <nav className={classes.parts} aria-label={t`Parts of the edition`}>
        <NativeSelect
          className={classes.narrow ?? ""}
          label={t`Part of the edition`}
          value={shown}
          onChange={(event) => onAt(event.currentTarget.value)}
          data={[
            { value: "", label: withFaults(t`General`, faults(simple)) },
            ...groupsOf(large).map(({ group, keys }) => ({
              group: nameOfGroup[group],
              items: keys.map((key) => ({ value: key, label: withFaults(nameOf(key), faults([key])) })),
            })),
          ]}
        />
        <div className={classes.wide}>
          <PartLink name={t`General`} faults={faults(simple)} active={shown === ""} onClick={() => onAt("")} />
          {groupsOf(large).map(({ group, keys }) => (
            <div key={group}>
              <Text className={classes.groupName ?? ""}>{nameOfGroup[group]}</Text>
              {keys.map((key) => (
                <PartLink
                  key={key}
                  name={nameOf(key)}
                  faults={faults([key])}
                  active={shown === key}
                  onClick={() => onAt(key)}
                />
              ))}
            </div>
          ))}
        </div>
        {!readOnly && missing.length > 0 && (
          <Menu opened={adding} onChange={setAdding} position="bottom-start" width={340} withinPortal>
            <Menu.Target>
              <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} mt="xs">
                <Trans>Add a part</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={classes.menu ?? ""}>
              {missing.map((key) => (
                <Menu.Item
                  key={key}
                  onClick={() => {
                    change([key], emptyOf(schema, schema.properties?.[key] ?? {}));
                    onAt(key);
                  }}
                >
                  <Text size="sm" fw={550}>
                    {nameOf(key)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {hintOf(resolve(schema, schema.properties?.[key]).description)}
                  </Text>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </nav>
      <Stack gap="md" className={classes.fields ?? ""}>
        {(shown === "" ? simple : [shown]).map((key) => (
          <FormPart
            key={key}
            schema={schema}
            part={schema.properties?.[key] ?? {}}
            path={[key]}
            value={values[key]}
            required={schema.required?.includes(key) ?? false}
            findings={findings}
            readOnly={readOnly || FIXED.has(key)}
            codesFor={(field) => codesFor(values, field)}
            onChange={change}
          />
        ))}
      </Stack>
    </div>
  );
}

/** A name with how much is to be corrected there. */
const withFaults = (name: string, faults: number): string => (faults > 0 ? `${name} (${faults})` : name);

/** The form says which version of it this is; nobody chooses it. */
const HIDDEN: ReadonlySet<string> = new Set(["$schema", "schemaVersion"]);
/** Said when the draft was made; another program or year is another draft. */
const FIXED: ReadonlySet<string> = new Set(["program", "programYear"]);

/** True when a path is a part or lies in it. */
const isUnder = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);

interface PartLinkProps {
  name: string;
  faults: number;
  active: boolean;
  onClick: () => void;
}

function PartLink({ name, faults, active, onClick }: PartLinkProps) {
  const { t } = useLingui();
  return (
    <NavLink
      component="button"
      label={name}
      active={active}
      aria-current={active || undefined}
      rightSection={
        faults > 0 ? (
          <span className={classes.count} title={t`To be corrected`}>
            {faults}
          </span>
        ) : undefined
      }
      onClick={onClick}
    />
  );
}
