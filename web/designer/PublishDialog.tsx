import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBook2 } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { EditionVersion } from "../api/schema.gen.d.ts";
import { dayInWords } from "../i18n/format.ts";
import { DayInput } from "./DayInput.tsx";
import { publishVersion } from "./designer-api.ts";

/** The way to what partners read of a version that was published. */
export function PartnersGuide({ version }: { version: EditionVersion }) {
  const { program, effectiveOn, startsOn } = version;
  return (
    <Button
      variant="default"
      leftSection={<IconBook2 size={17} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/programs/$code/guide"
          params={{ code: program }}
          search={{ on: effectiveOn ?? startsOn }}
        />
      )}
    >
      <Trans>How partners read it</Trans>
    </Button>
  );
}

/** Asks from which day on the version holds, and says what that means before it is done for good. */
export function PublishDialog({ version, onClose }: { version: EditionVersion; onClose: () => void }) {
  const { t } = useLingui();
  const [effectiveOn, setDay] = useState(version.request?.effectiveOn ?? version.startsOn);
  const publish = useMutation({
    mutationFn: () => publishVersion(version.id, effectiveOn),
    onSuccess: ({ status }) => {
      if (status === "published") return;
      onClose();
      notifications.show({ message: t`Asked for. The other program managers are told; one of them publishes it.` });
    },
  });
  if (publish.data?.status === "published") return <Published version={publish.data} onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620} size="lg">{t`Publish this version`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        <Stack gap="sm">
          <DayInput
            label={t`In force from`}
            description={t`The first day of the program year, unless it is a correction for later periods only`}
            data-autofocus
            min={version.startsOn}
            max={version.endsOn}
            value={effectiveOn}
            readOnly={version.request !== null}
            onDay={setDay}
          />
          <Text size="sm">
            <Trans>
              Usage periods that begin on {dayInWords(effectiveOn)} or later are judged by it. Claims and plans that are
              under way keep the version they were made under. What was published never changes; a correction is another
              version.
            </Trans>
          </Text>
          {publish.error && (
            <Alert color="red" role="alert">
              {publish.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Not now</Trans>
            </Button>
            <Button type="submit" loading={publish.isPending} disabled={effectiveOn === ""}>
              <Trans>Publish</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What is true now, and what usually comes next. */
function Published({ version, onClose }: { version: EditionVersion; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620} size="lg">{t`Published`}</Text>}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            In force from {dayInWords(version.effectiveOn ?? version.startsOn)} on. Partners see it now; those who take
            part are told.
          </Trans>
        </Text>
        <Text size="sm">
          <Trans>
            Who takes part stands on the{" "}
            <Link to="/programs/$code" params={{ code: version.program }}>
              page of the program
            </Link>
            .
          </Trans>
        </Text>
        <Group justify="flex-end">
          <PartnersGuide version={version} />
          <Button data-autofocus onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
