import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Activity, Campaign, Plan } from "../../api/types.ts";
import {
  addActivity,
  addCampaign,
  keepActivity,
  keepCampaign,
  refreshPlan,
  removeActivity,
  removeCampaign,
} from "../plans-api.ts";
import { activityCopy, campaignCopy } from "./copies.ts";

interface PartMenuProps {
  plan: Plan;
  campaign: Campaign;
  /** The activity that is picked; without it, the campaign itself. */
  activity?: Activity;
  onPick: (id: string | undefined) => void;
}

/** Doubling and removing a part of the plan. A removed part comes back with one click. */
export function PartMenu({ plan, campaign, activity, onPick }: PartMenuProps) {
  const { t } = useLingui();
  const refused = (error: Error) => notifications.show({ color: "red", message: error.message });
  const again = async (name?: string): Promise<string> => {
    if (activity) {
      const made = await addActivity(campaign.id, { ...activityCopy(activity), ...(name ? { name } : {}) });
      keepActivity(made);
      return made.id;
    }
    const made = await addCampaign(plan.id, { ...campaignCopy(campaign), ...(name ? { name } : {}) });
    for (const one of campaign.activities) await addActivity(made.id, activityCopy(one));
    keepCampaign(made);
    await refreshPlan(plan.id);
    return made.id;
  };
  const copy = useMutation({
    mutationFn: () => again(t`Copy of ${activity?.name ?? campaign.name}`.slice(0, 120)),
    onSuccess: onPick,
    onError: refused,
  });
  const remove = useMutation({
    mutationFn: () => (activity ? removeActivity(activity) : removeCampaign(campaign)),
    onSuccess: async () => {
      onPick(activity ? campaign.id : undefined);
      await refreshPlan(plan.id);
      const id = `removed.${activity?.id ?? campaign.id}`;
      const undo = (): void => {
        notifications.hide(id);
        void again().then(onPick).catch(refused);
      };
      notifications.show({
        id,
        autoClose: 12_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Trans>{activity?.name ?? campaign.name} is removed.</Trans>
            <Button size="compact-sm" variant="default" onClick={undo}>
              <Trans>Undo</Trans>
            </Button>
          </Group>
        ),
      });
    },
    onError: (error) => {
      refused(error);
      void refreshPlan(plan.id);
    },
  });
  return (
    <Group gap={4} wrap="nowrap" className="fp-no-print">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={activity ? t`Duplicate this activity` : t`Duplicate this campaign`}
        loading={copy.isPending}
        onClick={() => copy.mutate()}
      >
        <IconCopy size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={activity ? t`Remove this activity` : t`Remove this campaign`}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </Group>
  );
}
