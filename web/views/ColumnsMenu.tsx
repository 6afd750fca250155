import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";

interface ColumnsMenuProps {
  columns: readonly { key: string; head: string }[];
  /** Keys of those that are shown, with commas; nothing: all. */
  shown: string | undefined;
  onShown: (shown: string) => void;
}

/** Which columns a list shows. */
export function ColumnsMenu({ columns, shown, onShown }: ColumnsMenuProps) {
  const keys = shown ? shown.split(",") : columns.map(({ key }) => key);
  const toggle = (key: string): void => {
    const next = columns.map((column) => column.key).filter((one) => keys.includes(one) !== (one === key));
    onShown(next.length === columns.length ? "" : next.join(","));
  };
  return (
    <Popover position="bottom-end" withinPortal shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconColumns3 size={15} aria-hidden />}>
          <Trans>Columns</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={10}>
          {columns.map(({ key, head }) => (
            <Checkbox
              key={key}
              label={head}
              checked={keys.includes(key)}
              // The last one stays: a list of names alone says too little.
              disabled={keys.length === 1 && keys.includes(key)}
              onChange={() => toggle(key)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
