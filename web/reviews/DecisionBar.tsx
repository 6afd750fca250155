import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Kbd, Text, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKeyboard } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Ability, ClaimReview } from "../api/types.ts";
import { refreshClaim, stepClaim } from "../claims/claims-api.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ApproveDialog } from "./ApproveDialog.tsx";
import type { Decision } from "./decision.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import classes from "./Reviews.module.css";
import { assignReview, claimPorts } from "./reviews-api.ts";
import { ShortcutsHelp } from "./ShortcutsHelp.tsx";
import type { ReviewKeys } from "./use-review-keys.ts";

interface DecisionBarProps {
  review: ClaimReview;
  decision: Decision;
  keys: ReviewKeys;
}

/** Always in sight: the amount that would result, and the three ways to decide. */
export function DecisionBar({ review, decision, keys }: DecisionBarProps) {
  const { t } = useLingui();
  const { claim } = review;
  const start = useMutation({
    mutationFn: async () => {
      // Who starts a review that nobody has in hand takes it in hand.
      if (!review.assignee && review.abilities["assign"]?.allowed) await assignReview(review.id, "me");
      return stepClaim(claim.id, "review");
    },
    onSuccess: () => refreshClaim(claim.id),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  const approve = claim.abilities["approve"];
  const canApprove: Ability | undefined =
    approve?.allowed && !decision.ready
      ? { allowed: false, message: t`Please check the amounts and reasons of the lines first.` }
      : approve;
  const key = (letter: string) =>
    keys.on ? (
      <Kbd size="xs" visibleFrom="sm">
        {letter}
      </Kbd>
    ) : undefined;
  if (claim.decision) {
    return (
      <div className={classes.bar}>
        <Text>
          {claim.decision.kind === "approved" ? (
            <Trans>
              Approved by {claim.decision.by}: <MoneyText value={claim.amountApproved} strong />
            </Trans>
          ) : (
            <Trans>Rejected by {claim.decision.by}</Trans>
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
          <Trans>You would approve</Trans>
        </Text>
        <MoneyText value={decision.approved} size="large" />
        <Text size="sm" c="dimmed">
          <Trans>
            of <MoneyText value={claim.amountClaimed} />, cut <MoneyText value={decision.cut} currency="plain" />
          </Trans>
        </Text>
      </output>
      <Group gap="xs">
        <Tooltip label={t`Keyboard shortcuts`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            visibleFrom="sm"
            aria-label={t`Keyboard shortcuts`}
            onClick={() => keys.setDialog("help")}
          >
            <IconKeyboard size={20} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <ExplainedButton
          variant="default"
          ability={claim.abilities["requestInformation"]}
          rightSection={key("I")}
          onClick={() => keys.setDialog("request")}
        >
          <Trans>Ask for information…</Trans>
        </ExplainedButton>
        {claim.abilities["open"]?.allowed ? (
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            <Trans>Start the review</Trans>
          </Button>
        ) : (
          <>
            <ExplainedButton
              variant="default"
              ability={claim.abilities["reject"]}
              rightSection={key("R")}
              onClick={() => keys.setDialog("reject")}
            >
              <Trans>Reject…</Trans>
            </ExplainedButton>
            <ExplainedButton ability={canApprove} rightSection={key("A")} onClick={() => keys.setDialog("approve")}>
              <Trans>Approve…</Trans>
            </ExplainedButton>
          </>
        )}
      </Group>
      <DecisionDialogs review={review} decision={decision} keys={keys} mayApprove={canApprove?.allowed === true} />
    </div>
  );
}

/** The windows of the three ways to decide; at most one is open. */
function DecisionDialogs({ review, decision, keys, mayApprove }: DecisionBarProps & { mayApprove: boolean }) {
  const { claim } = review;
  const close = (): void => keys.setDialog(undefined);
  return (
    <>
      <ApproveDialog
        review={review}
        decision={decision}
        opened={keys.dialog === "approve" && mayApprove}
        onClose={close}
        onNext={keys.goNext}
      />
      <ReasonDialog
        kind="request"
        subject={claim}
        reasonCodes={review.reasonCodes}
        ports={claimPorts(claim)}
        opened={keys.dialog === "request" && claim.abilities["requestInformation"]?.allowed === true}
        onClose={close}
        onNext={keys.goNext}
      >
        <Trans>
          The claim goes back to the partner, who can change it and submit it again. The amount stays reserved.
        </Trans>
      </ReasonDialog>
      <ReasonDialog
        kind="reject"
        subject={claim}
        reasonCodes={review.reasonCodes}
        ports={claimPorts(claim)}
        opened={keys.dialog === "reject" && claim.abilities["reject"]?.allowed === true}
        onClose={close}
        onNext={keys.goNext}
      >
        <Trans>
          <MoneyText value={review.amount} strong /> goes back to where it was reserved from. The partner reads the
          reason.
        </Trans>
      </ReasonDialog>
      <ShortcutsHelp opened={keys.dialog === "help"} on={keys.on} onSwitch={keys.setOn} onClose={close} />
    </>
  );
}
