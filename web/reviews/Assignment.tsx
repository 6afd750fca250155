import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import type { Review } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { assignReview } from "./reviews-api.ts";

/** Who has this review, and taking it in hand. */
export function Assignment({ review, decided }: { review: Review; decided: boolean }) {
  const me = useMe();
  const mine = review.assignee?.id === me.id;
  const assign = useMutation({
    mutationFn: () => assignReview(review.id, mine ? null : "me"),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  // A plan is never without its reviewer: it is taken over, not put back.
  if (decided || (mine && review.plan)) return null;
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed">
        {review.assignee ? (
          mine ? (
            <Trans>In your hands</Trans>
          ) : (
            <Trans>In the hands of {review.assignee.name}</Trans>
          )
        ) : (
          <Trans>In nobody's hands</Trans>
        )}
      </Text>
      <ExplainedButton
        variant="default"
        ability={review.abilities["assign"]}
        loading={assign.isPending}
        onClick={() => assign.mutate()}
      >
        {mine ? <Trans>Put back</Trans> : <Trans>Take it</Trans>}
      </ExplainedButton>
    </Group>
  );
}
