import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { Entry } from "./entry.ts";

/** What the kinds of things that can be found are called. */
export function useKindNames(): (kind: Entry["kind"]) => string {
  const { t } = useLingui();
  return useCallback(
    (kind) =>
      ({
        claim: t`Claims`,
        plan: t`Plans`,
        fund: t`Funds`,
        program: t`Programs`,
        partner: t`Partners`,
        location: t`Locations`,
        page: t`Go to`,
      })[kind],
    [t],
  );
}
