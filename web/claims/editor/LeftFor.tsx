import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Claim } from "../../api/types.ts";
import { planQuery } from "../../plans/plans-api.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { leftOf } from "./left-of-activity.ts";

/** What may still be claimed: of the activity of a plan, where the claim proves one; else what is left in the fund. */
export function LeftFor({ claim }: { claim: Claim }) {
  return claim.plan && claim.planActivity ? (
    <LeftOfActivity plan={claim.plan.id} activity={claim.planActivity.id} />
  ) : (
    <Trans>
      Left in the fund: <MoneyText value={claim.fund.remaining} />
    </Trans>
  );
}

function LeftOfActivity({ plan: id, activity }: { plan: string; activity: string }) {
  const plan = useQuery(planQuery(id));
  const found = plan.data && leftOf(plan.data, activity);
  if (!found) return <Trans>Within the budget of the plan's activity</Trans>;
  return (
    <Trans>
      Left of the activity's budget of <MoneyText value={found.budget} />: <MoneyText value={found.left} />
    </Trans>
  );
}
