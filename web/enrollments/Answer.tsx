import { Trans, useLingui } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Enrollment } from "../api/types.ts";
import { ConfirmPrompt } from "../ui/ConfirmPrompt.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { accept, decline, refreshEnrollments } from "./enrollments-api.ts";
import { ReasonPrompt } from "./ReasonPrompt.tsx";

/** Accepts or declines an invitation, each after it was said what follows. */
export function Answer({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<"accept" | "decline">();
  const close = (): void => setAsking(undefined);
  if (enrollment.status !== "invited") return null;
  const { id, location, programName } = enrollment;
  const done = (message: string) => async (): Promise<void> => {
    close();
    notifications.show({ message });
    await refreshEnrollments();
  };
  return (
    <>
      <ExplainedButton
        variant="default"
        ability={enrollment.abilities?.["decline"]}
        onClick={() => setAsking("decline")}
      >
        <Trans>Decline…</Trans>
      </ExplainedButton>
      <ExplainedButton ability={enrollment.abilities?.["accept"]} onClick={() => setAsking("accept")}>
        <Trans>Accept…</Trans>
      </ExplainedButton>
      {asking === "accept" && (
        <ConfirmPrompt
          title={t`Take part in ${programName}?`}
          button={t`Accept`}
          send={() => accept(id)}
          onDone={() => void done(t`Accepted. The page says what is still missing.`)()}
          onClose={close}
        >
          <Trans>
            {location.name} takes part until the end of the program year. It earns from the first day of the month in
            which everything, bank and tax data included, is complete.
          </Trans>
        </ConfirmPrompt>
      )}
      {asking === "decline" && (
        <ReasonPrompt
          title={t`Decline the invitation?`}
          label={t`Why?`}
          button={t`Decline`}
          send={(reason) => decline(id, reason)}
          onDone={() => void done(t`Declined. The vendor reads your reason.`)()}
          onClose={close}
        >
          <Trans>{location.name} does not earn in this program then. The vendor can invite it again.</Trans>
        </ReasonPrompt>
      )}
    </>
  );
}
