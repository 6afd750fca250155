import { useLingui } from "@lingui/react/macro";
import { Kbd, Modal, Switch, Table, Text } from "@mantine/core";

interface ShortcutsHelpProps {
  opened: boolean;
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}

/** What the keys do, and the switch for those who do not want them. */
export function ShortcutsHelp({ opened, on, onSwitch, onClose }: ShortcutsHelpProps) {
  const { t } = useLingui();
  const rows: [string, string][] = [
    ["A", t`Approve`],
    ["I", t`Ask for information`],
    ["R", t`Reject`],
    ["N", t`Next review`],
    ["L", t`To the amounts of the lines; from there Enter and the arrow keys`],
    ["Esc", t`Out of the amounts`],
    ["]", t`Next document`],
    ["[", t`Previous document`],
    ["?", t`This help`],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={620} size="lg">{t`Keyboard shortcuts`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Table mb="md">
        <Table.Tbody>
          {rows.map(([key, words]) => (
            <Table.Tr key={key}>
              <Table.Td w={60}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        label={t`Shortcuts of one key are on`}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </Modal>
  );
}
