import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { IconMapQuestion } from "@tabler/icons-react";
import { EmptyState } from "./EmptyState.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<IconMapQuestion size={22} aria-hidden />}
      title={t`There is no such page`}
      action={
        <Group mt="xs" justify="center">
          <Button component="a" href="/" variant="default">
            <Trans>Go to the first page</Trans>
          </Button>
          <Button component="a" href="/access" variant="subtle">
            <Trans>Why can't I see this?</Trans>
          </Button>
        </Group>
      }
    >
      <Trans>The address may be old or mistyped. Everything you may see can be reached from the first page.</Trans>
    </EmptyState>
  );
}
