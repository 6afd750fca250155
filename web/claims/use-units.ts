import { useLingui } from "@lingui/react/macro";
import type { CertificationUnit } from "../api/types.ts";

/** What a quantity of in-house work counts, in words. */
export function useUnits(): Record<CertificationUnit, string> {
  const { t } = useLingui();
  return { hours: t`hours`, days: t`days`, pieces: t`pieces` };
}
