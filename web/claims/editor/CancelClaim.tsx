import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { Claim } from "../../api/types.ts";
import { CancelDialog } from "../../ui/CancelDialog.tsx";
import { refreshClaim, stepClaim } from "../claims-api.ts";

/** Gives a draft up for good, where that is allowed. */
export function CancelClaim({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  if (claim.abilities["cancel"]?.allowed !== true) return null;
  const cancel = async () => {
    await stepClaim(claim.id, "cancellation");
    await refreshClaim(claim.id);
    await navigate({ to: "/claims" });
  };
  return (
    <CancelDialog
      ask={t`Cancel this claim…`}
      title={t`Cancel this claim?`}
      confirm={t`Cancel the claim`}
      onCancel={cancel}
    >
      <Trans>A cancelled claim stays in your list but cannot be submitted any more. Its files are kept.</Trans>
    </CancelDialog>
  );
}
