import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "../identity/me.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";

/** The way to a new plan; for those who may not make one, the reason why. */
export function NewPlanButton() {
  const ability = useMe().abilities["createPlans"];
  const icon = <IconPlus size={17} aria-hidden />;
  if (ability?.allowed === false) {
    return (
      <ExplainedButton ability={ability} leftSection={icon} onClick={() => undefined}>
        <Trans>New plan</Trans>
      </ExplainedButton>
    );
  }
  return (
    <Button component={Link} to="/plans/new" leftSection={icon}>
      <Trans>New plan</Trans>
    </Button>
  );
}
