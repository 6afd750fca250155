import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan } from "../../api/types.ts";
import { InformationRequest } from "../../conversations/InformationRequest.tsx";
import { activityTypesQuery } from "../../programs/programs-api.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ExplainedButton } from "../../ui/ExplainedButton.tsx";
import { jumpWhenThere } from "../../ui/jump-to-field.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusSentence } from "../../ui/StatusSentence.tsx";
import { saveOpenForms } from "../../ui/use-autosave.ts";
import classes from "../Plans.module.css";
import { PlanComments, PlanHistory } from "../PlanTalk.tsx";
import { PlanTimeline } from "../PlanTimeline.tsx";
import { partAt, pickedIn } from "../plan-parts.ts";
import { addCampaign, keepCampaign, planFindingsQuery, refreshPlan } from "../plans-api.ts";
import { ActivityForm } from "./ActivityForm.tsx";
import { CampaignForm } from "./CampaignForm.tsx";
import { CancelPlan } from "./CancelPlan.tsx";
import { PlanChecklist } from "./PlanChecklist.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { PlanTree } from "./PlanTree.tsx";
import { SubmitPlanDialog } from "./SubmitPlanDialog.tsx";

interface PlanEditorProps {
  plan: Plan;
  at: string | undefined;
  onPick: (id: string | undefined) => void;
}

/** The plan as a tree with a form that saves itself, its sum against the fund, its timeline and the live checklist. */
export function PlanEditor({ plan, at, onPick }: PlanEditorProps) {
  const picked = pickedIn(plan, at);
  const findings = useQuery(planFindingsQuery(plan.id));
  const types = useQuery(activityTypesQuery(plan.program, plan.period.from));
  const [submitting, setSubmitting] = useState(false);
  const jump = (field: string): void => {
    onPick(partAt(plan, field).id);
    jumpWhenThere(field);
  };
  return (
    <div data-wide>
      <PageHeader
        title={plan.name}
        above={
          <>
            <Link to="/plans">
              <Trans>Plans</Trans>
            </Link>{" "}
            · {plan.number}
          </>
        }
      >
        <StatusSentence face={plan.face} dueSide={plan.dueSide} dueOn={plan.dueOn} reader="partner" />
      </PageHeader>
      {plan.informationRequest && <InformationRequest request={plan.informationRequest} dueOn={plan.dueOn} />}
      <div className={classes.editor}>
        <PlanTree
          plan={plan}
          picked={picked}
          findings={findings.data?.findings ?? []}
          firstType={types.data?.items[0]?.code}
          onPick={onPick}
        />
        <div className={classes.stack}>
          {picked.kind === "plan" && (
            <>
              <PlanForm plan={plan} />
              {plan.campaigns.length === 0 && <FirstCampaign plan={plan} onPick={onPick} />}
            </>
          )}
          {picked.kind === "campaign" && (
            <CampaignForm key={picked.campaign.id} plan={plan} campaign={picked.campaign} onPick={onPick} />
          )}
          {picked.kind === "activity" && (
            <ActivityForm
              key={picked.activity.id}
              plan={plan}
              campaign={picked.campaign}
              activity={picked.activity}
              onPick={onPick}
            />
          )}
        </div>
        <PlanChecklist plan={plan} assessment={findings.data} error={findings.error} onJump={jump}>
          <span />
          <ExplainedButton
            ability={plan.abilities["submit"]}
            onClick={() =>
              void saveOpenForms()
                .then(() => refreshPlan(plan.id))
                .then(() => setSubmitting(true))
            }
          >
            <Trans>Submit…</Trans>
          </ExplainedButton>
        </PlanChecklist>
        <div className={`${classes.stack} ${classes.below}`}>
          <PlanTimeline plan={plan} onPick={onPick} />
          <PlanComments plan={plan} />
          <PlanHistory plan={plan} />
          <CancelPlan plan={plan} />
        </div>
      </div>
      <SubmitPlanDialog plan={plan} opened={submitting} onClose={() => setSubmitting(false)} />
    </div>
  );
}

/** The next step of an empty plan. */
function FirstCampaign({ plan, onPick }: { plan: Plan; onPick: (id: string) => void }) {
  const { t } = useLingui();
  const add = useMutation({
    mutationFn: () =>
      addCampaign(plan.id, { name: t`First campaign`, startDate: plan.period.from, endDate: plan.period.to }),
    onSuccess: (campaign) => {
      keepCampaign(campaign);
      onPick(campaign.id);
    },
  });
  return (
    <Section title={t`What do you mean to do?`}>
      <EmptyState
        title={t`A plan is made of campaigns`}
        action={
          <Button leftSection={<IconPlus size={17} aria-hidden />} loading={add.isPending} onClick={() => add.mutate()}>
            <Trans>Add the first campaign</Trans>
          </Button>
        }
      >
        <Trans>
          A campaign has first and last days and a goal. In it stand its activities: search ads, a seminar, a mailing,
          each with its own budget. The vendor approves the whole.
        </Trans>
      </EmptyState>
    </Section>
  );
}
