import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Finding, Plan } from "../../api/types.ts";
import { amountInWords } from "../../i18n/format.ts";
import classes from "../Plans.module.css";
import { type Picked, partAt } from "../plan-parts.ts";
import { addActivity, addCampaign, keepActivity, keepCampaign } from "../plans-api.ts";

interface PlanTreeProps {
  plan: Plan;
  picked: Picked;
  findings: readonly Finding[];
  /** Code of the activity type a new activity begins with. */
  firstType: string | undefined;
  onPick: (id: string | undefined) => void;
}

/** The plan as a tree: campaigns with their activities, what each costs, and where something is missing. */
export function PlanTree({ plan, picked, findings, firstType, onPick }: PlanTreeProps) {
  const { t } = useLingui();
  const at = picked.kind === "plan" ? undefined : picked.kind === "campaign" ? picked.campaign.id : picked.activity.id;
  const faulty = new Set(
    findings.filter(({ severity }) => severity === "blocks").map(({ field }) => partAt(plan, field).id),
  );
  const refused = (error: Error) => notifications.show({ color: "red", message: error.message });
  const newCampaign = useMutation({
    mutationFn: () =>
      addCampaign(plan.id, {
        name: freeName(
          t`New campaign`,
          plan.campaigns.map(({ name }) => name),
        ),
      }),
    onSuccess: (campaign) => {
      keepCampaign(campaign);
      onPick(campaign.id);
    },
    onError: refused,
  });
  const parent = picked.kind === "plan" ? plan.campaigns.at(-1) : picked.campaign;
  const newActivity = useMutation({
    mutationFn: (campaign: string) =>
      addActivity(campaign, { name: t`New activity`, activityType: firstType ?? "", countries: [] }),
    onSuccess: (activity) => {
      keepActivity(activity);
      onPick(activity.id);
    },
    onError: refused,
  });
  const node = (id: string | undefined, name: string, sum: string | undefined) => (
    <button type="button" className={classes.node} aria-current={at === id || undefined} onClick={() => onPick(id)}>
      <span className={classes.nodeName}>{name}</span>
      {id !== undefined && faulty.has(id) ? (
        <IconAlertTriangle size={15} className={classes.fault} aria-label={t`something is missing`} />
      ) : (
        sum && <span className={classes.nodeSum}>{amountInWords(sum, plan.currency)}</span>
      )}
    </button>
  );
  return (
    <Paper component="nav" p="md" className={classes.treePane} aria-label={t`Campaigns and activities`}>
      <Title order={2} size="h3" mb="xs">
        <Trans>Campaigns and activities</Trans>
      </Title>
      <ul className={classes.tree}>
        <li>
          {node(undefined, t`The plan itself`, plan.plannedAmount.amount)}
          <ul>
            {plan.campaigns.map((campaign) => (
              <li key={campaign.id}>
                {node(campaign.id, campaign.name, campaign.budget.amount)}
                <ul>
                  {campaign.activities.map((activity) => (
                    <li key={activity.id}>{node(activity.id, activity.name, activity.budget?.amount)}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      </ul>
      <Group gap="xs" mt="sm">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          loading={newCampaign.isPending}
          onClick={() => newCampaign.mutate()}
        >
          <Trans>Campaign</Trans>
        </Button>
        {parent && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            loading={newActivity.isPending}
            disabled={!firstType}
            onClick={() => newActivity.mutate(parent.id)}
          >
            <Trans>Activity</Trans>
          </Button>
        )}
      </Group>
    </Paper>
  );
}

/** A name that no other campaign of the plan bears yet. */
function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} ${number}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}
