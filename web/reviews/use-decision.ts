import { useLingui } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { isStatus } from "../api/problem.ts";
import type { RejectClaim, RequestInformation } from "../api/schema.gen.d.ts";

/** A decision as it is sent: which, and with what. What an approval says depends on what is approved. */
export type DecisionBody<Approval> =
  | { step: "approval"; body: Approval }
  | { step: "rejection"; body: RejectClaim }
  | { step: "information-request"; body: RequestInformation };

/** What is decided on: how a decision is sent, on exactly the version that was looked at, and how it is read anew. */
export interface DecisionPorts<Approval> {
  readonly decide: (decision: DecisionBody<Approval>) => Promise<unknown>;
  readonly refresh: () => Promise<void>;
}

interface DecisionOptions<Approval> {
  ports: DecisionPorts<Approval>;
  done: string;
  onDone: () => void;
}

/**
 * Sends a decision. When somebody else was quicker (409) or the subject was changed (412), the page is read anew and says so;
 * nothing is decided blindly.
 */
export function useDecision<Approval>({ ports, done, onDone }: DecisionOptions<Approval>) {
  const { t } = useLingui();
  const send = useMutation({
    mutationFn: ports.decide,
    onSuccess: async () => {
      notifications.show({ message: done });
      onDone();
      await ports.refresh();
    },
    onError: (error) => {
      if (isStatus(error, 409) || isStatus(error, 412)) void ports.refresh();
      // The window closes as soon as the subject is shown as decided; who was quicker must stay readable.
      if (isStatus(error, 409)) notifications.show({ color: "red", message: error.message });
    },
  });
  const message = isStatus(send.error, 412)
    ? t`This has changed since you opened it. It is shown as it is now; please look again before you decide.`
    : send.error?.message;
  return { send, message };
}
