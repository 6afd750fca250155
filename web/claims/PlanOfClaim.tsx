import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Claim } from "../api/types.ts";

/** Which activity of which plan a claim proves; nothing for a claim without a plan. */
export function PlanOfClaim({ claim }: { claim: Pick<Claim, "plan" | "planActivity"> }) {
  const { plan, planActivity } = claim;
  if (!plan || !planActivity) return null;
  return (
    <Trans>
      {planActivity.name} in{" "}
      <Link to="/plans/$id" params={{ id: plan.id }}>
        {plan.name}
      </Link>
    </Trans>
  );
}
