import { useLingui } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { isStatus } from "../api/problem.ts";
import type { Review } from "../api/types.ts";
import { refreshClaim } from "../claims/claims-api.ts";
import { type DecisionBody, decideClaim } from "./reviews-api.ts";

interface DecisionOptions {
  review: Review;
  done: string;
  onDone: () => void;
}

/**
 * Sends a decision on exactly the version of the claim that was looked at. When somebody else was quicker (409) or the claim
 * was changed (412), the page is read anew and says so; nothing is decided blindly.
 */
export function useDecision({ review, done, onDone }: DecisionOptions) {
  const { t } = useLingui();
  const send = useMutation({
    mutationFn: (decision: DecisionBody) => decideClaim(review.claim.id, review.claim.version, decision),
    onSuccess: async () => {
      notifications.show({ message: done });
      onDone();
      await refreshClaim(review.claim.id);
    },
    onError: (error) => {
      if (isStatus(error, 409) || isStatus(error, 412)) void refreshClaim(review.claim.id);
      // The window closes as soon as the claim is shown as decided; who was quicker must stay readable.
      if (isStatus(error, 409)) notifications.show({ color: "red", message: error.message });
    },
  });
  const message = isStatus(send.error, 412)
    ? t`The claim has changed since you opened it. It is shown as it is now; please look again before you decide.`
    : send.error?.message;
  return { send, message };
}
