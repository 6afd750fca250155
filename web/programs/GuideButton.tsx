import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconBook2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

/** The way to "How this works". */
export function GuideButton({ code, variant = "default" }: { code: string; variant?: "default" | "filled" }) {
  return (
    <Button
      variant={variant}
      leftSection={<IconBook2 size={17} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/programs/$code/guide" params={{ code }} />}
    >
      <Trans>How this works</Trans>
    </Button>
  );
}
