import { Trans, useLingui } from "@lingui/react/macro";
import { Accordion, ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import classes from "../Designer.module.css";
import { faultAt, textOf, type WithParts } from "./form-part.ts";
import type { Known } from "./known-codes.ts";
import { itemCode, itemName } from "./names.ts";
import { emptyOf } from "./schema.ts";

/** A list: each item by its name, opened one at a time, added at the end, taken away by its button. */
export function FormList(props: WithParts & { name: string; description: string | undefined }) {
  const { t } = useLingui();
  const { schema, part, path, value, findings, readOnly, name, description, render, onChange } = props;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const [open, setOpen] = useState<string | null>(items.length === 1 ? "0" : null);
  const fault = faultAt(findings, path);
  return (
    <section aria-label={name} data-field={textOf(path)}>
      <Text fw={600} size="sm">
        {name}
      </Text>
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      {fault && (
        <Text size="xs" c="red">
          {fault}
        </Text>
      )}
      {items.length === 0 && (
        <Text size="sm" c="dimmed" my="xs">
          <Trans>None yet.</Trans>
        </Text>
      )}
      <Accordion variant="contained" value={open} onChange={setOpen} my="xs" keepMounted={false}>
        {items.map((item, index) => {
          const at = [...path, index];
          const faults = findings.filter(
            ({ path: where, severity }) => severity === "blocks" && where.startsWith(textOf(at)),
          ).length;
          return (
            // An item of a document has no other identity than its place.
            <Accordion.Item key={index} value={String(index)}>
              <Group gap={0} wrap="nowrap">
                <Accordion.Control>
                  {itemName(item, index)}{" "}
                  <span className={classes.short} aria-hidden>
                    {itemCode(item, index)}
                  </span>{" "}
                  {faults > 0 && <span className={classes.count}>{faults}</span>}
                </Accordion.Control>
                {!readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    mr="xs"
                    aria-label={t`Remove ${itemName(item, index)}`}
                    onClick={() => {
                      onChange(at, undefined);
                      setOpen(null);
                    }}
                  >
                    <IconTrash size={17} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
              <Accordion.Panel>
                {render({ ...props, part: part.items ?? {}, path: at, value: item, required: true })}
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
      {!readOnly && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => {
            onChange([...path, items.length], begun(emptyOf(schema, part.items ?? {}), props.codesFor("currency")));
            setOpen(String(items.length));
          }}
        >
          <Trans>Add to {name}</Trans>
        </Button>
      )}
    </section>
  );
}

/** A new item with what can be known of it: an amount is mostly in the first currency of the program. */
function begun(item: unknown, [first]: readonly Known[]): unknown {
  if (typeof item !== "object" || item === null || first === undefined) return item;
  return "currency" in item && item.currency === "" ? { ...item, currency: first.code } : item;
}
