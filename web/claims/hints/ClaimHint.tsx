import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Claim, ProgramGuide } from "../../api/types.ts";
import { guideQuery } from "../../programs/guide/guide-api.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { HelpHint } from "../../ui/HelpHint.tsx";
import classes from "./Hints.module.css";
import { HintWords } from "./HintWords.tsx";
import type { HintTopic } from "./hint-topic.ts";
import { PeriodHint } from "./PeriodHint.tsx";
import { SlotHint } from "./SlotHint.tsx";

/** Help beside a field of the claim: sentences of the guide of the edition that judges this claim. */
export function ClaimHint({ claim, topic }: { claim: Claim; topic: HintTopic }) {
  const { t } = useLingui();
  const about: Record<HintTopic, string> = {
    period: t`the periods`,
    date: t`which day counts`,
    amount: t`how much to claim`,
    costs: t`what an invoice must show`,
    certification: t`certifying your own people's work`,
    proof: t`proof in general`,
    note: t`what to write`,
    results: t`which figures`,
    "pre-approval": t`consent beforehand`,
  };
  return (
    <HelpHint about={about[topic]}>
      <FromGuide claim={claim}>
        {(guide) =>
          topic === "period" ? (
            <PeriodHint guide={guide} usagePeriod={claim.usagePeriod} />
          ) : (
            <HintWords guide={guide} topic={topic} activityType={claim.activityType} />
          )
        }
      </FromGuide>
    </HelpHint>
  );
}

/** Help beside one thing to prove: examples that help, and examples that do not. */
export function ProofHint({ claim, slot }: { claim: Claim; slot: { code: string; label: string } }) {
  const { t } = useLingui();
  return (
    <HelpHint about={t`good proof for “${slot.label}”`}>
      <FromGuide claim={claim}>{(guide) => <SlotHint guide={guide} code={slot.code} />}</FromGuide>
    </HelpHint>
  );
}

function FromGuide({ claim, children }: { claim: Claim; children: (guide: ProgramGuide) => ReactNode }) {
  const guide = useQuery(guideQuery(claim.program, { on: claim.usage.from }));
  if (guide.error) return <ErrorState error={guide.error} retry={() => void guide.refetch()} />;
  if (!guide.data) return <Skeleton height={90} />;
  return <div className={classes.hint}>{children(guide.data)}</div>;
}
