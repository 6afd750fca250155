import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Activity, Campaign, Plan } from "../api/types.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import { ActivityCard } from "./ActivityCard.tsx";
import classes from "./Plans.module.css";

interface CampaignsSectionProps {
  plan: Plan;
  /** What a reader may do with an activity beside adding proof, such as asking about it. */
  actionFor?: (part: Activity | Campaign) => ReactNode;
}

/** Campaign by campaign: what it is for, its activities with what they cost, their proof, and what was claimed. */
export function CampaignsSection({ plan, actionFor }: CampaignsSectionProps) {
  const { t } = useLingui();
  return (
    <Section title={t`Campaigns and activities`}>
      {plan.campaigns.length === 0 && (
        <Text c="dimmed">
          <Trans>No campaign stands in this plan.</Trans>
        </Text>
      )}
      {plan.campaigns.map((campaign) => (
        <section key={campaign.id} className={classes.campaign} aria-label={campaign.name}>
          <div className={classes.campaignHead}>
            <h3>{campaign.name}</h3>
            <MoneyText value={campaign.budget} strong />
            <Text size="sm" c="dimmed" style={{ flexBasis: "100%" }}>
              <DateText day={campaign.startDate} /> – <DateText day={campaign.endDate} />
              {campaign.audience && <> · {campaign.audience}</>}
            </Text>
            {campaign.objective && (
              <Text size="sm" style={{ flexBasis: "100%", whiteSpace: "pre-wrap" }}>
                {campaign.objective}
              </Text>
            )}
            {actionFor?.(campaign)}
          </div>
          {campaign.activities.map((activity) => (
            <ActivityCard key={activity.id} plan={plan} activity={activity}>
              {actionFor?.(activity)}
            </ActivityCard>
          ))}
        </section>
      ))}
    </Section>
  );
}
