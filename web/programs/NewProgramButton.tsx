import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "../identity/me.ts";

/** The way to a program of one's own, for those who maintain programs; whether they may begin one is said there. */
export function NewProgramButton() {
  if (useMe().abilities["maintainPrograms"]?.allowed !== true) return null;
  return (
    <Button
      leftSection={<IconPlus size={17} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/new-program" />}
    >
      <Trans>New program</Trans>
    </Button>
  );
}
