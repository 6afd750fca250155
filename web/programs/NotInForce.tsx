import { Trans } from "@lingui/react/macro";
import type { Program } from "../api/types.ts";

/** Why a program shows no rules of today. */
export function NotInForce({ program }: { program: Program }) {
  return program.published ? (
    <Trans>No rules are in force today.</Trans>
  ) : (
    <Trans>Not published yet: partners do not see this program. Its draft stands under Versions.</Trans>
  );
}
