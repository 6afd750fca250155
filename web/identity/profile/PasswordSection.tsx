import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, isStatus } from "../../api/problem.ts";
import { Section } from "../../ui/Section.tsx";
import { useMe } from "../me.ts";
import { changePassword } from "./profile-api.ts";

const LEAST = 12;

/** A new password. It ends the other sessions: whoever had the old one is out. */
export function PasswordSection() {
  const { t } = useLingui();
  const me = useMe();
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => changePassword({ present, next }),
    onSuccess: () => {
      setPresent("");
      setNext("");
      notifications.show({ message: t`The password is changed. You are signed out everywhere else.` });
    },
  });
  const faults = change.error instanceof ApiProblem ? change.error.fields : new Map<string, string>();
  const short = next.length > 0 && next.length < LEAST;
  return (
    <Section title={t`Password`} hint={<Trans>A new password signs you out everywhere else.</Trans>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
        <Stack gap="sm">
          <PasswordInput
            label={t`Present password`}
            autoComplete="current-password"
            value={present}
            error={faults.get("present")}
            onChange={(event) => setPresent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t`New password`}
            description={t`At least ${LEAST} characters. A few words are easy to remember and hard to guess.`}
            autoComplete="new-password"
            value={next}
            error={faults.get("next")}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          {change.error && faults.size === 0 && (
            <Alert color="red">
              {isStatus(change.error, 429)
                ? t`Too many attempts. Please wait a minute and try again.`
                : change.error.message}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={change.isPending} disabled={!present || !next || short}>
              <Trans>Change the password</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
