import { useLingui } from "@lingui/react/macro";
import type { Access } from "../../api/types.ts";

type Role = Access["roles"][number]["role"];

/** What the roles are called. */
export function useRoleNames(): (role: string) => string {
  const { t } = useLingui();
  const names: Record<Role, string> = {
    "organisation-admin": t`Organisation admin`,
    "account-admin": t`Account admin`,
    "incentives-admin": t`Incentives admin`,
    "incentives-user": t`Incentives user`,
    "billing-admin": t`Billing admin`,
    "partner-auditor": t`Auditor of the partner`,
    "program-manager": t`Program manager`,
    reviewer: t`Reviewer`,
    finance: t`Finance`,
    auditor: t`Auditor`,
    "vendor-admin": t`Vendor administrator`,
  };
  return (role) => (role in names ? names[role as Role] : role);
}
