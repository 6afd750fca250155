import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { ActivityType } from "../../api/types.ts";
import classes from "../Plans.module.css";

/** Which proof a claim for this kind of activity will be asked for: said before the work is done. */
export function AskedProof({ type }: { type: Pick<ActivityType, "evidence" | "metrics" | "requiresPreApproval"> }) {
  const metrics = type.metrics.filter(({ required }) => required);
  return (
    <div style={{ margin: "16px 0" }}>
      <Text size="sm" fw={550}>
        <Trans>What you will be asked to prove</Trans>
      </Text>
      <ul className={classes.proof}>
        <li>
          <Trans>What it cost: invoices of suppliers, or certified in-house cost</Trans>
        </li>
        {type.evidence.map(({ code, description, required }) => (
          <li key={code}>
            {description}
            {!required && (
              <>
                {" "}
                <Trans>(where it applies)</Trans>
              </>
            )}
          </li>
        ))}
        {metrics.map(({ code, name }) => (
          <li key={code}>{name}</li>
        ))}
        {type.requiresPreApproval && (
          <li>
            <Trans>The vendor's approval before the work begins</Trans>
          </li>
        )}
      </ul>
    </div>
  );
}
