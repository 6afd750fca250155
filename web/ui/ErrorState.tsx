import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconCloudOff, IconError404, IconLock, IconMoodPuzzled } from "@tabler/icons-react";
import { isStatus, Offline } from "../api/problem.ts";
import { EmptyState } from "./EmptyState.tsx";

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
}

/** What went wrong and what to do about it, in words; never a code, never a stack. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const { t } = useLingui();
  const again = retry && (
    <Button variant="default" onClick={retry}>
      <Trans>Try again</Trans>
    </Button>
  );
  if (error instanceof Offline) {
    return (
      <EmptyState icon={<IconCloudOff size={22} aria-hidden />} title={t`No connection`} action={again}>
        <Trans>
          The server cannot be reached. What you have typed is kept in this browser and is saved as soon as there is a
          connection again.
        </Trans>
      </EmptyState>
    );
  }
  if (isStatus(error, 404)) {
    return (
      <EmptyState icon={<IconError404 size={22} aria-hidden />} title={t`Not found`} action={<WhyNotLink />}>
        {error.message}
      </EmptyState>
    );
  }
  if (isStatus(error, 403)) {
    return (
      <EmptyState icon={<IconLock size={22} aria-hidden />} title={t`This is not open to you`} action={<WhyNotLink />}>
        {error.message} <Trans>Your organisation's admin can grant what is missing.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<IconMoodPuzzled size={22} aria-hidden />} title={t`This did not work`} action={again}>
      {error instanceof Error && error.name === "ApiProblem"
        ? error.message
        : t`Something unexpected happened. Please try again; if it stays, tell your administrator.`}
    </EmptyState>
  );
}

/** The way to what is in the way, and to who can help. */
function WhyNotLink() {
  return (
    <Button component="a" href="/access" variant="subtle">
      <Trans>Why can't I see this?</Trans>
    </Button>
  );
}
