import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Table, Text } from "@mantine/core";
import type { Conflict, Fields } from "./autosave.ts";

interface ConflictModalProps<F extends Fields> {
  conflict: Conflict<F> | undefined;
  /** What the fields are called. */
  labels: Partial<Record<keyof F & string, string>>;
  onSettle: (keepMine: boolean) => void;
}

/** Two people changed the same fields: shows both texts and lets the person choose. Nothing is lost before that. */
export function ConflictModal<F extends Fields>({ conflict, labels, onSettle }: ConflictModalProps<F>) {
  const { t } = useLingui();
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      title={t`Somebody else changed this too`}
      size="lg"
    >
      <Text mb="md">
        <Trans>
          While you were typing, another person saved other text in the same fields. Both are here; please choose which
          one stays.
        </Trans>
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Field</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Yours</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Theirs</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflict?.fields.map(({ name, mine, theirs }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{labels[name] ?? name}</Table.Th>
              <Table.Td>{mine || "–"}</Table.Td>
              <Table.Td>{theirs || "–"}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => onSettle(false)}>
          <Trans>Take theirs</Trans>
        </Button>
        <Button data-autofocus onClick={() => onSettle(true)}>
          <Trans>Keep mine</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
