import { Trans, useLingui } from "@lingui/react/macro";
import { MultiSelect, Select, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Activity, Campaign, Plan } from "../../api/types.ts";
import { countryOptions } from "../../i18n/countries.ts";
import { dayInWords } from "../../i18n/format.ts";
import { activityTypesQuery } from "../../programs/programs-api.ts";
import { ConflictModal } from "../../ui/ConflictModal.tsx";
import { MoneyInput } from "../../ui/MoneyInput.tsx";
import { SaveIndicator } from "../../ui/SaveIndicator.tsx";
import { Section } from "../../ui/Section.tsx";
import classes from "../Plans.module.css";
import { AskedProof } from "./AskedProof.tsx";
import { PartMenu } from "./PartMenu.tsx";
import { type ActivityFields, useActivityForm } from "./use-part-forms.ts";

interface ActivityFormProps {
  plan: Plan;
  campaign: Campaign;
  activity: Activity;
  onPick: (id: string | undefined) => void;
}

/** An activity: which work of the catalogue, where, when, for how much; and which proof will be asked for it. */
export function ActivityForm({ plan, campaign, activity, onPick }: ActivityFormProps) {
  const { t } = useLingui();
  const { values, saver, state, refused, conflict } = useActivityForm(activity, plan.currency);
  const types = useQuery(activityTypesQuery(plan.program, plan.period.from));
  const type = types.data?.items.find(({ code }) => code === values.activityType);
  const c = plan.campaigns.findIndex(({ id }) => id === campaign.id);
  const at = `campaigns[${c}].activities[${campaign.activities.findIndex(({ id }) => id === activity.id)}]`;
  const labels = useActivityLabels();
  const from = campaign.startDate ?? plan.period.from;
  const to = campaign.endDate ?? plan.period.to;
  const text = (name: "name" | "supplier" | "preApprovalId", max: number, description?: string) => (
    <div data-field={`${at}.${name}`} className={name === "name" ? classes.wide : undefined}>
      <TextInput
        label={labels[name]}
        description={description}
        maxLength={max}
        value={values[name]}
        error={refused.get(name)}
        onChange={(event) => saver.set({ [name]: event.currentTarget.value })}
      />
    </div>
  );
  const day = (name: "startDate" | "endDate") => (
    <div data-field={`${at}.${name}`}>
      <TextInput
        type="date"
        label={labels[name]}
        min={from}
        max={to}
        value={values[name]}
        error={refused.get(name)}
        onChange={(event) => saver.set({ [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <Section
      title={t`Activity`}
      hint={
        <Trans>
          In {campaign.name}, {dayInWords(from)} to {dayInWords(to)}
        </Trans>
      }
      action={<PartMenu plan={plan} campaign={campaign} activity={activity} onPick={onPick} />}
    >
      <div className={classes.two} data-field={at}>
        {text("name", 200)}
        <div className={classes.wide} data-field={`${at}.activityType`}>
          <Select
            label={labels.activityType}
            searchable
            allowDeselect={false}
            data={types.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
            value={values.activityType}
            error={refused.get("activityType")}
            onChange={(code) => code && saver.set({ activityType: code })}
          />
        </div>
        <div data-field={`${at}.budget`}>
          <MoneyInput
            label={labels.budget}
            description={t`What it may cost at most`}
            currency={plan.currency}
            value={values.budget}
            error={refused.get("budget.amount") ?? refused.get("budget")}
            onChange={(budget) => saver.set({ budget })}
          />
        </div>
        <div data-field={`${at}.expectedReach`}>
          <TextInput
            label={labels.expectedReach}
            description={t`Optional; the proof tells the true number`}
            inputMode="numeric"
            maxLength={10}
            value={values.expectedReach}
            error={refused.get("expectedReach")}
            onChange={(event) => saver.set({ expectedReach: event.currentTarget.value.replaceAll(/\D/g, "") })}
          />
        </div>
        {day("startDate")}
        {day("endDate")}
        <Text size="xs" c="dimmed" className={classes.wide}>
          <Trans>Without days of its own, it runs as long as its campaign.</Trans>
        </Text>
        <div className={classes.wide} data-field={`${at}.countries`}>
          <MultiSelect
            label={labels.countries}
            placeholder={values.countries === "" ? t`One or several` : ""}
            searchable
            clearable
            data={countryOptions()}
            value={values.countries === "" ? [] : values.countries.split(",")}
            error={refused.get("countries")}
            nothingFoundMessage={t`No such country`}
            onChange={(codes) => saver.set({ countries: codes.join(",") })}
          />
        </div>
        {text("supplier", 200, t`Optional: who does the work for you`)}
        {(type?.requiresPreApproval || values.preApprovalId !== "") &&
          text("preApprovalId", 60, t`The vendor gave it to you before the work began`)}
      </div>
      {type && <AskedProof type={type} />}
      <SaveIndicator state={state} />
      <ConflictModal<ActivityFields> conflict={conflict} labels={labels} onSettle={(mine) => saver.settle(mine)} />
    </Section>
  );
}

/** What the fields of an activity are called. */
function useActivityLabels(): Record<keyof ActivityFields, string> {
  const { t } = useLingui();
  return {
    name: t`Name of the activity`,
    activityType: t`Kind of activity`,
    countries: t`Countries`,
    startDate: t`First day`,
    endDate: t`Last day`,
    budget: t`Budget`,
    expectedReach: t`People it is to reach`,
    supplier: t`Supplier`,
    preApprovalId: t`Pre-approval ID`,
  };
}
