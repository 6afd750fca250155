import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import type { Claim } from "../api/types.ts";

/** The receipt of the last submission, as a PDF to keep. There is none before a claim was submitted. */
export function ReceiptLink({ claim }: { claim: Pick<Claim, "id" | "number" | "submittedAt"> }) {
  const { t } = useLingui();
  if (!claim.submittedAt) return null;
  return (
    <Button
      component="a"
      href={`/api/v1/claims/${encodeURIComponent(claim.id)}/receipt`}
      target="_blank"
      rel="noreferrer"
      variant="default"
      leftSection={<IconFileTypePdf size={17} aria-hidden />}
      aria-label={t`Receipt of ${claim.number} as PDF, opens in a new window`}
    >
      <Trans>Receipt</Trans>
    </Button>
  );
}
