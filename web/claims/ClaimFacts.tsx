import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Claim } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { useProgramNames } from "../programs/use-program-names.ts";
import { DateText } from "../ui/DateText.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Claims.module.css";
import { PlanOfClaim } from "./PlanOfClaim.tsx";
import { useAnswers } from "./use-answers.ts";

/** Who claims what for when, in a glance. */
export function ClaimFacts({ claim, title }: { claim: Claim; title: string }) {
  const { t } = useLingui();
  const nameOf = useProgramNames();
  const answers = useAnswers(claim);
  const fund = (
    <Link to="/funds/$id" params={{ id: claim.fund.id }}>
      <Trans>
        <MoneyText value={claim.fund.remaining} /> left
      </Trans>
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t`Claimed`, <MoneyText key="claimed" value={claim.amountClaimed} strong />],
    [t`Partner`, claim.partner.name],
    [t`Location`, claim.location.name],
    [t`Program`, nameOf(claim.program)],
    [t`Activity`, claim.activityTypeName],
    [t`Proves`, claim.plan && <PlanOfClaim key="plan" claim={claim} />],
    [t`Executed on`, <DateText key="executed" day={claim.executionDate} />],
    [t`Usage period`, claim.usagePeriod],
    [t`Fund`, fund],
    [t`Submitted`, claim.submittedAt && momentInWords(claim.submittedAt)],
    [t`Pre-approval ID`, claim.preApprovalId],
    ...answers,
  ];
  return (
    <Section title={title}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  );
}
