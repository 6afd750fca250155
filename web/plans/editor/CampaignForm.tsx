import { useLingui } from "@lingui/react/macro";
import { Textarea, TextInput } from "@mantine/core";
import type { Campaign, Plan } from "../../api/types.ts";
import { ConflictModal } from "../../ui/ConflictModal.tsx";
import { SaveIndicator } from "../../ui/SaveIndicator.tsx";
import { Section } from "../../ui/Section.tsx";
import classes from "../Plans.module.css";
import { PartMenu } from "./PartMenu.tsx";
import { useCampaignForm } from "./use-part-forms.ts";

interface CampaignFormProps {
  plan: Plan;
  campaign: Campaign;
  onPick: (id: string | undefined) => void;
}

/** A campaign: what it is called, when it runs, what it is to achieve and for whom. */
export function CampaignForm({ plan, campaign, onPick }: CampaignFormProps) {
  const { t } = useLingui();
  const { values, saver, state, refused, conflict } = useCampaignForm(campaign);
  const at = `campaigns[${plan.campaigns.findIndex(({ id }) => id === campaign.id)}]`;
  const labels = {
    name: t`Name of the campaign`,
    startDate: t`First day`,
    endDate: t`Last day`,
    objective: t`What it is to achieve`,
    audience: t`For whom`,
  };
  const day = (name: "startDate" | "endDate") => (
    <div data-field={`${at}.${name}`}>
      <TextInput
        type="date"
        label={labels[name]}
        min={plan.period.from}
        max={plan.period.to}
        value={values[name]}
        error={refused.get(name)}
        onChange={(event) => saver.set({ [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <Section
      title={t`Campaign`}
      hint={<SaveIndicator state={state} />}
      action={<PartMenu plan={plan} campaign={campaign} onPick={onPick} />}
    >
      <div className={classes.two} data-field={at}>
        <div className={classes.wide} data-field={`${at}.name`}>
          <TextInput
            label={labels.name}
            maxLength={120}
            value={values.name}
            error={refused.get("name")}
            onChange={(event) => saver.set({ name: event.currentTarget.value })}
          />
        </div>
        {day("startDate")}
        {day("endDate")}
        <Textarea
          className={classes.wide ?? ""}
          label={labels.objective}
          description={t`Such as “30 meetings with manufacturers”`}
          autosize
          minRows={2}
          maxLength={2000}
          value={values.objective}
          error={refused.get("objective")}
          onChange={(event) => saver.set({ objective: event.currentTarget.value })}
        />
        <TextInput
          className={classes.wide ?? ""}
          label={labels.audience}
          maxLength={500}
          value={values.audience}
          error={refused.get("audience")}
          onChange={(event) => saver.set({ audience: event.currentTarget.value })}
        />
      </div>
      <ConflictModal conflict={conflict} labels={labels} onSettle={(mine) => saver.settle(mine)} />
    </Section>
  );
}
