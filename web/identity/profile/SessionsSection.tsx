import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { OwnSession } from "../../api/types.ts";
import { momentInWords } from "../../i18n/format.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Section } from "../../ui/Section.tsx";
import { browserName } from "./browser-name.ts";
import classes from "./Profile.module.css";
import { endOtherSessions, endSession, sessionsQuery } from "./profile-api.ts";

const refused = (error: Error) => notifications.show({ color: "red", message: error.message });

/** Where one is signed in, and the way out of all other places. */
export function SessionsSection() {
  const { t } = useLingui();
  const sessions = useQuery(sessionsQuery);
  const items = sessions.data?.items;
  const others = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => notifications.show({ message: t`You are signed out everywhere else.` }),
    onError: refused,
  });
  return (
    <Section
      title={t`Where you are signed in`}
      action={
        (items?.length ?? 0) > 1 && (
          <Button variant="default" size="compact-md" loading={others.isPending} onClick={() => others.mutate()}>
            <Trans>Sign out elsewhere</Trans>
          </Button>
        )
      }
    >
      {sessions.isPending && <Skeleton height={60} />}
      {sessions.error && <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />}
      <ul className={classes.list}>
        {items?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t } = useLingui();
  const { browser, system } = browserName(session.userAgent);
  const name = browser ? (system ? t`${browser} on ${system}` : browser) : t`A browser we do not know`;
  const end = useMutation({ mutationFn: endSession, onError: refused });
  return (
    <li className={classes.row}>
      <div>
        <div className={classes.strong}>{name}</div>
        <div className={classes.sub}>
          <Trans>since {momentInWords(session.startedAt)}</Trans>
          {session.address && <> · {session.address}</>}
        </div>
      </div>
      {session.current ? (
        <span className={classes.here}>
          <Trans>This one</Trans>
        </span>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={end.isPending}
          onClick={() => end.mutate(session.id)}
          aria-label={t`Sign out of ${name}`}
        >
          <Trans>Sign out</Trans>
        </Button>
      )}
    </li>
  );
}
