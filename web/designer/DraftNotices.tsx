import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group } from "@mantine/core";
import { momentInWords } from "../i18n/format.ts";
import type { Draft } from "./use-draft.ts";

/** What this browser kept from earlier is in the text again: nobody should take it for what was saved. */
export function Restored({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  if (!draft.restored || draft.conflict) return null;
  const { at } = draft.restored;
  return (
    <Alert
      color="blue"
      mb="md"
      withCloseButton
      closeButtonLabel={t`Keep them and hide this`}
      onClose={draft.acknowledge}
    >
      {at === undefined ? (
        <Trans>Your unsaved changes from earlier were restored.</Trans>
      ) : (
        <Trans>Your unsaved changes of {momentInWords(at)} were restored.</Trans>
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="compact-sm" onClick={draft.discard}>
          <Trans>Drop them</Trans>
        </Button>
        <Button variant="default" size="compact-sm" onClick={draft.acknowledge}>
          <Trans>Keep them</Trans>
        </Button>
      </Group>
    </Alert>
  );
}

/** Two people wrote at once: nothing is lost, and the person says what stays. */
export function Conflict({ draft }: { draft: Draft }) {
  if (!draft.conflict) return null;
  const name = draft.conflict.updatedBy?.name;
  return (
    <Alert color="orange" mb="md">
      {name ? (
        <Trans>{name} saved this draft while you were writing. Your text is still here, and not saved.</Trans>
      ) : (
        <Trans>Somebody saved this draft while you were writing. Your text is still here, and not saved.</Trans>
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="compact-sm" onClick={draft.discard}>
          <Trans>Take theirs</Trans>
        </Button>
        <Button size="compact-sm" onClick={draft.overwrite}>
          <Trans>Save mine over it</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
