import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Menu, Select, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import classes from "../Designer.module.css";
import { codeOf } from "../new/program-years.ts";
import { faultAt, textOf, type WithParts } from "./form-part.ts";
import { hintOf, kindNameOf, nameOf } from "./names.ts";
import { choices, emptyOf, type Part, resolve } from "./schema.ts";

/** An object: its kind where there is a choice, the fields it has, and what may be added to it. */
export function FormObject(props: WithParts & { kind: Part; name: string }) {
  const { t } = useLingui();
  const { schema, part, kind, path, value, findings, readOnly, name, render, onChange } = props;
  const values = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const fields = Object.entries(kind.properties ?? {});
  const there = nameFirst(
    fields.filter(([key, each]) => (key in values || kind.required?.includes(key)) && each.const === undefined),
  );
  const missing = fields.filter(([key, each]) => !there.some(([known]) => known === key) && each.const === undefined);
  const kinds = choices(schema, part);
  const inList = typeof path.at(-1) === "number";
  const fault = faultAt(findings, path);
  const hint = hintOf(part.description ?? kind.description);
  return (
    <fieldset className={inList ? classes.item : classes.group} data-field={textOf(path)}>
      {!inList && <legend>{name}</legend>}
      {hint && (
        <Text size="xs" c="dimmed" mb="xs">
          {hint}
        </Text>
      )}
      {fault && (
        <Text size="sm" c="red" mb="xs">
          {fault}
        </Text>
      )}
      <Stack gap="sm">
        {kinds.length > 1 && (
          <Select
            label={t`Kind`}
            disabled={readOnly}
            data={kinds.map((each, index) => ({ value: String(index), label: kindName(each, index) }))}
            value={String(Math.max(0, kinds.indexOf(kind)))}
            allowDeselect={false}
            onChange={(next) => onChange(path, { ...(emptyOf(schema, kinds[Number(next)] ?? {}) as object) })}
          />
        )}
        {there.map(([key, each]) => (
          <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
            <div className={classes.grow}>
              {render({
                ...props,
                part: each,
                path: [...path, key],
                value: values[key],
                required: kind.required?.includes(key) ?? false,
                onChange: (at, next) => {
                  const code = codeBeside(values, key, next);
                  if (code === undefined || at.length !== path.length + 1) onChange(at, next);
                  else onChange(path, { ...values, [key]: next, code });
                },
              })}
            </div>
            {!readOnly && !kind.required?.includes(key) && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                aria-label={t`Take away ${nameOf(key)}`}
                onClick={() => onChange([...path, key], undefined)}
              >
                <IconX size={15} aria-hidden />
              </Button>
            )}
          </Group>
        ))}
        {!readOnly && missing.length > 0 && (
          <Menu position="bottom-start" width={320} withinPortal>
            <Menu.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} aria-hidden />}
                className={classes.add ?? ""}
              >
                <Trans>Say more</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown className={classes.menu ?? ""}>
              {missing.map(([key, each]) => (
                <Menu.Item key={key} onClick={() => onChange([...path, key], emptyOf(schema, each))}>
                  <Text size="sm" fw={550}>
                    {nameOf(key)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {hintOf(resolve(schema, each).description)}
                  </Text>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Stack>
    </fieldset>
  );
}

/** Fields that say in words what a code says in short. */
const NAMES: readonly string[] = ["name", "label", "meaning", "text", "description"];

/** A person names a thing first; its code follows. */
function nameFirst<T>(fields: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  const name = fields.find(([key]) => NAMES.includes(key));
  const code = fields.find(([key]) => key === "code");
  if (!name || !code) return fields;
  return [name, code, ...fields.filter((each) => each !== name && each !== code)];
}

/** The code that follows from what a thing is called, as long as nobody wrote another one. */
function codeBeside(values: Readonly<Record<string, unknown>>, key: string, next: unknown): string | undefined {
  const { code } = values;
  if (typeof code !== "string" || typeof next !== "string" || !NAMES.includes(key)) return undefined;
  const before = values[key];
  const follows = code === "" || (typeof before === "string" && code === shortCode(before));
  return follows ? shortCode(next) : undefined;
}

const shortCode = (name: string): string => codeOf(name).slice(0, 40).replace(/-$/, "");

/** A kind by the value that only it has. */
function kindName(kind: Part, index: number): string {
  const fixed = Object.values(kind.properties ?? {}).find((each) => typeof each.const === "string")?.const;
  return typeof fixed === "string" ? kindNameOf(fixed) : (kind.title ?? `${index + 1}`);
}
