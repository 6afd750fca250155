import { Trans } from "@lingui/react/macro";
import { Button, Group, Kbd, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import type { Plan, Review } from "../../api/types.ts";
import classes from "../../plans/Plans.module.css";
import { refreshPlan, stepPlan } from "../../plans/plans-api.ts";
import { ExplainedButton } from "../../ui/ExplainedButton.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { ReasonDialog } from "../ReasonDialog.tsx";
import { planPorts } from "../reviews-api.ts";
import { ShortcutsHelp } from "../ShortcutsHelp.tsx";
import type { ReviewKeys } from "../use-review-keys.ts";
import { ApprovePlanDialog } from "./ApprovePlanDialog.tsx";

interface PlanDecisionBarProps {
  review: Review;
  plan: Plan;
  keys: ReviewKeys;
  /** Campaign or activity that is asked about. */
  item: string | undefined;
}

/** Always in sight: what is planned, and the three ways to decide. */
export function PlanDecisionBar({ review, plan, keys, item }: PlanDecisionBarProps) {
  const start = useMutation({
    mutationFn: () => stepPlan(plan.id, "review"),
    onSuccess: () => refreshPlan(plan.id),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  const can = (verb: string) => plan.abilities[verb];
  const key = (letter: string) =>
    keys.on ? (
      <Kbd size="xs" visibleFrom="sm">
        {letter}
      </Kbd>
    ) : undefined;
  const close = (): void => keys.setDialog(undefined);
  if (plan.decision) {
    return (
      <div className={classes.bar}>
        <Text>
          {plan.decision.kind === "approved" ? (
            <Trans>
              Approved by {plan.decision.by}: <MoneyText value={plan.approvedAmount} strong />
            </Trans>
          ) : (
            <Trans>Rejected by {plan.decision.by}</Trans>
          )}
        </Text>
        <Button onClick={keys.goNext} rightSection={key("N")}>
          <Trans>Next review</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.bar}>
      <output className={classes.outcome}>
        <Text size="sm" c="dimmed">
          <Trans>Planned</Trans>
        </Text>
        <MoneyText value={plan.plannedAmount} size="large" />
      </output>
      <Group gap="xs">
        <ExplainedButton
          variant="default"
          ability={can("requestInformation")}
          rightSection={key("I")}
          onClick={() => keys.setDialog("request")}
        >
          <Trans>Ask for information…</Trans>
        </ExplainedButton>
        {can("open")?.allowed ? (
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            <Trans>Start the review</Trans>
          </Button>
        ) : (
          <>
            <ExplainedButton
              variant="default"
              ability={can("reject")}
              rightSection={key("R")}
              onClick={() => keys.setDialog("reject")}
            >
              <Trans>Reject…</Trans>
            </ExplainedButton>
            <ExplainedButton ability={can("approve")} rightSection={key("A")} onClick={() => keys.setDialog("approve")}>
              <Trans>Approve…</Trans>
            </ExplainedButton>
          </>
        )}
      </Group>
      {keys.dialog === "approve" && can("approve")?.allowed === true && (
        <ApprovePlanDialog review={review} plan={plan} onClose={close} onNext={keys.goNext} />
      )}
      <ReasonDialog
        key={item ?? "whole"}
        kind="request"
        subject={plan}
        reasonCodes={review.reasonCodes}
        ports={planPorts(plan)}
        items={itemsOf(plan)}
        item={item}
        opened={keys.dialog === "request" && can("requestInformation")?.allowed === true}
        onClose={close}
        onNext={keys.goNext}
      >
        <Trans>The plan goes back to the partner, who can change it and submit it again.</Trans>
      </ReasonDialog>
      <ReasonDialog
        kind="reject"
        subject={plan}
        reasonCodes={review.reasonCodes}
        ports={planPorts(plan)}
        opened={keys.dialog === "reject" && can("reject")?.allowed === true}
        onClose={close}
        onNext={keys.goNext}
      >
        <Trans>The partner reads the reason, and may change the plan and submit it again.</Trans>
      </ReasonDialog>
      <ShortcutsHelp opened={keys.dialog === "help"} on={keys.on} onSwitch={keys.setOn} onClose={close} />
    </div>
  );
}

/** Campaigns and activities, by name, that a request may point at. */
const itemsOf = (plan: Plan): { value: string; label: string }[] =>
  plan.campaigns.flatMap((campaign) => [
    { value: campaign.id, label: campaign.name },
    ...campaign.activities.map(({ id, name }) => ({ value: id, label: `${campaign.name}: ${name}` })),
  ]);
