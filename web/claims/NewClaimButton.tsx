import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "../identity/me.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";

/** The way to a new claim; for those who may not make one, the reason why. */
export function NewClaimButton() {
  const ability = useMe().abilities["createClaims"];
  const icon = <IconPlus size={17} aria-hidden />;
  if (ability?.allowed === false) {
    return (
      <ExplainedButton ability={ability} leftSection={icon} onClick={() => undefined}>
        <Trans>New claim</Trans>
      </ExplainedButton>
    );
  }
  return (
    <Button component={Link} to="/claims/new" leftSection={icon}>
      <Trans>New claim</Trans>
    </Button>
  );
}
