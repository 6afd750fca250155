import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Activity, Plan } from "../api/types.ts";
import { countryInWords } from "../i18n/countries.ts";
import { numberInWords } from "../i18n/format.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { AddProof } from "./AddProof.tsx";
import classes from "./Plans.module.css";

interface ActivityCardProps {
  plan: Plan;
  activity: Activity;
  children?: ReactNode;
}

/** One activity: what, where, when, for how much; which proof is asked; the claims that prove it. */
export function ActivityCard({ plan, activity, children }: ActivityCardProps) {
  const decided = plan.approvedAmount !== null;
  return (
    <article className={classes.activity} aria-label={activity.name}>
      <div className={classes.activityHead}>
        <div className={classes.activityName}>
          {activity.name}
          <Text size="sm" c="dimmed" component="div" fw={400}>
            {activity.activityTypeName}
            {activity.countries.length > 0 && <> · {activity.countries.map(countryInWords).join(", ")}</>}
            {activity.startDate && (
              <>
                {" "}
                · <DateText day={activity.startDate} /> – <DateText day={activity.endDate} />
              </>
            )}
            {activity.supplier && <> · {activity.supplier}</>}
          </Text>
        </div>
        <Group gap="sm" className="fp-no-print">
          {children}
          <AddProof plan={plan} activity={activity} />
        </Group>
      </div>
      <dl className={classes.sums}>
        <div>
          <dt>
            <Trans>Budget</Trans>
          </dt>
          <dd>
            <MoneyText value={activity.budget} />
          </dd>
        </div>
        {decided && (
          <>
            <div>
              <dt>
                <Trans>Claimed</Trans>
              </dt>
              <dd>
                <MoneyText value={activity.claimed} />
              </dd>
            </div>
            <div>
              <dt>
                <Trans>Left</Trans>
              </dt>
              <dd>
                <MoneyText value={activity.left} />
              </dd>
            </div>
          </>
        )}
        {activity.expectedReach !== null && (
          <div>
            <dt>
              <Trans>People to reach</Trans>
            </dt>
            <dd className="fp-num">{numberInWords(String(activity.expectedReach))}</dd>
          </div>
        )}
      </dl>
      <details>
        <summary style={{ fontSize: 13.5, marginTop: 8, cursor: "pointer" }}>
          <Trans>Proof that is asked for</Trans>
        </summary>
        <ul className={classes.proof}>
          <li>
            <Trans>What it cost: invoices of suppliers, or certified in-house cost</Trans>
          </li>
          {activity.evidence.map(({ code, description, required }) => (
            <li key={code}>
              {description}
              {!required && (
                <>
                  {" "}
                  <Trans>(where it applies)</Trans>
                </>
              )}
            </li>
          ))}
        </ul>
      </details>
      {activity.claims.length > 0 && (
        <ul className={classes.claims}>
          {activity.claims.map((claim) => (
            <li key={claim.id}>
              <Link to="/claims/$id" params={{ id: claim.id }}>
                {claim.number} {claim.name}
              </Link>
              <Group gap="sm">
                <MoneyText value={claim.amountApproved ?? claim.amountClaimed} />
                <StatusBadge face={claim.face} />
              </Group>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
