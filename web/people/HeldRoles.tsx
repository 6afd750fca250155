import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useState } from "react";
import type { PersonWithRoles } from "../api/types.ts";
import { dayInWords } from "../i18n/format.ts";
import { useRoleNames } from "../identity/profile/use-role-names.ts";
import { ConfirmPrompt } from "../ui/ConfirmPrompt.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import classes from "./People.module.css";
import { refreshPeople, revokeRole } from "./people-api.ts";

type Held = PersonWithRoles["roles"][number];

/** The roles of a person, each with where it holds and a way to take it. */
export function HeldRoles({ person }: { person: PersonWithRoles }) {
  const { t } = useLingui();
  const nameOf = useRoleNames();
  const [taking, setTaking] = useState<Held>();
  if (person.roles.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>None: may sign in, and sees nothing.</Trans>
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.roles}>
        {person.roles.map((held) => (
          <li key={held.id}>
            <div>
              <div className={classes.name}>{nameOf(held.role)}</div>
              <Text size="sm" c="dimmed">
                {held.program ? held.program.name || held.program.code : t`all programs`} ·{" "}
                {held.location ? held.location.name : t`all locations`} ·{" "}
                {held.until ? (
                  <Trans>until {dayInWords(held.until.slice(0, 10))}</Trans>
                ) : (
                  <Trans>since {dayInWords(held.since.slice(0, 10))}</Trans>
                )}
              </Text>
            </div>
            <ExplainedButton
              variant="subtle"
              color="gray"
              size="xs"
              ability={held.abilities["revoke"]}
              aria-label={t`Take the role ${nameOf(held.role)} from ${person.name}`}
              onClick={() => setTaking(held)}
            >
              <Trans>Take…</Trans>
            </ExplainedButton>
          </li>
        ))}
      </ul>
      {taking && <TakeRole person={person} held={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}

function TakeRole({ person, held, onClose }: { person: PersonWithRoles; held: Held; onClose: () => void }) {
  const { t } = useLingui();
  const nameOf = useRoleNames();
  return (
    <ConfirmPrompt
      title={t`Take a role`}
      button={t`Take the role`}
      color="red"
      send={() => revokeRole(held.id)}
      onDone={async () => {
        onClose();
        await refreshPeople();
      }}
      onClose={onClose}
    >
      <Trans>
        {person.name} will no longer be {nameOf(held.role)}. It ends at once; what was done until now stays in the
        histories.
      </Trans>
    </ConfirmPrompt>
  );
}
