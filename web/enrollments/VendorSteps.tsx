import { Trans, useLingui } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Enrollment } from "../api/types.ts";
import { inWords } from "../i18n/server-words.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { confirmPayout, discontinue, refreshEnrollments, sendAgain } from "./enrollments-api.ts";
import { ReasonPrompt } from "./ReasonPrompt.tsx";

/** What the vendor does with an enrollment: sends the invitation again, confirms payout data, ends it. */
export function VendorSteps({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useLingui();
  const [ending, setEnding] = useState(false);
  const { id, abilities, payoutReady, location, status } = enrollment;
  const failed = ({ message }: Error): void => void notifications.show({ color: "red", message });
  const again = useMutation({
    mutationFn: () => sendAgain(id),
    onSuccess: async ({ words, message }) => {
      notifications.show({ message: inWords(words, message) });
      await refreshEnrollments();
    },
    onError: failed,
  });
  const payout = useMutation({
    mutationFn: () => confirmPayout(id, !payoutReady),
    onSuccess: refreshEnrollments,
    onError: failed,
  });
  if (status === "discontinued") return null;
  return (
    <>
      {abilities?.["discontinue"]?.allowed && (
        <ExplainedButton variant="default" ability={abilities["discontinue"]} onClick={() => setEnding(true)}>
          <Trans>Discontinue…</Trans>
        </ExplainedButton>
      )}
      {(status === "invited" || status === "inactive") && (
        <ExplainedButton ability={abilities?.["invite"]} loading={again.isPending} onClick={() => again.mutate()}>
          <Trans>Send the invitation again</Trans>
        </ExplainedButton>
      )}
      {(status === "action_required" || status === "enrolled") && (
        <ExplainedButton
          variant={payoutReady ? "default" : "filled"}
          ability={abilities?.["confirmPayout"]}
          loading={payout.isPending}
          onClick={() => payout.mutate()}
        >
          {payoutReady ? <Trans>Payout data no longer complete</Trans> : <Trans>Confirm payout data</Trans>}
        </ExplainedButton>
      )}
      {ending && (
        <ReasonPrompt
          title={t`End taking part for good?`}
          label={t`Why?`}
          button={t`Discontinue`}
          send={(reason) => discontinue(id, reason)}
          onDone={() => {
            setEnding(false);
            void refreshEnrollments();
          }}
          onClose={() => setEnding(false)}
        >
          <Trans>{location.name} earns nothing more in this program year. This cannot be taken back.</Trans>
        </ReasonPrompt>
      )}
    </>
  );
}
