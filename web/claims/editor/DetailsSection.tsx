import { Trans, useLingui } from "@lingui/react/macro";
import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { dayInWords } from "../../i18n/format.ts";
import { activityTypesQuery } from "../../programs/programs-api.ts";
import { useProgramNames } from "../../programs/use-program-names.ts";
import { WithHelp } from "../../ui/HelpHint.tsx";
import { MoneyInput } from "../../ui/MoneyInput.tsx";
import { Section } from "../../ui/Section.tsx";
import classes from "../Claims.module.css";
import { ClaimHint } from "../hints/ClaimHint.tsx";
import { PlanOfClaim } from "../PlanOfClaim.tsx";
import { faultOf, type SectionOfForm } from "./AskedSection.tsx";
import { LeftFor } from "./LeftFor.tsx";
import { useFieldLabels } from "./use-field-labels.ts";

/** Name, activity, date and amount. */
export function DetailsSection({ claim, form, findings }: SectionOfForm) {
  const { t } = useLingui();
  const labels = useFieldLabels(claim);
  const nameOf = useProgramNames();
  const types = useQuery(activityTypesQuery(claim.program, claim.usage.from));
  const { values, saver, refused } = form;
  const type = types.data?.items.find(({ code }) => code === values.activityType);
  const options = types.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? [
    { value: claim.activityType, label: claim.activityTypeName },
  ];
  return (
    <Section
      title={t`Details`}
      hint={
        <>
          <Trans>
            {claim.location.name} · {nameOf(claim.program)} · usage period {claim.usagePeriod},{" "}
            {dayInWords(claim.usage.from)} to {dayInWords(claim.usage.to)}
          </Trans>
          {claim.plan && (
            <div>
              <PlanOfClaim claim={claim} />
            </div>
          )}
        </>
      }
      action={<ClaimHint claim={claim} topic="period" />}
    >
      <div className={classes.two}>
        <div className={classes.wide} data-field="name">
          <TextInput
            label={labels.name}
            maxLength={200}
            value={values.name}
            description={
              claim.asks.name
                ? t`In the form ${claim.asks.name.pattern}, such as “${claim.asks.name.example}”`
                : undefined
            }
            error={refused.get("name") ?? faultOf(findings, "name")}
            onChange={(event) => saver.set({ name: event.currentTarget.value })}
          />
        </div>
        <div className={classes.wide} data-field="activityType">
          <Select
            label={labels.activityType}
            data={options}
            value={values.activityType}
            allowDeselect={false}
            searchable
            error={refused.get("activityType")}
            onChange={(code) => code && saver.set({ activityType: code })}
          />
        </div>
        <div data-field="executionDate">
          <WithHelp help={<ClaimHint claim={claim} topic="date" />}>
            <TextInput
              type="date"
              label={labels.executionDate}
              description={
                claim.asks.firstClaim
                  ? t`Inside the usage period. This is your first claim in this program: more time is given for it.`
                  : t`Inside the usage period`
              }
              min={claim.usage.from}
              max={claim.usage.to}
              value={values.executionDate}
              error={refused.get("executionDate")}
              onChange={(event) => saver.set({ executionDate: event.currentTarget.value })}
            />
          </WithHelp>
        </div>
        <div data-field="amountClaimed">
          <WithHelp help={<ClaimHint claim={claim} topic="amount" />}>
            <MoneyInput
              label={labels.amountClaimed}
              description={<LeftFor claim={claim} />}
              currency={claim.currency}
              value={values.amountClaimed}
              error={refused.get("amountClaimed.amount") ?? refused.get("amountClaimed")}
              onChange={(amountClaimed) => saver.set({ amountClaimed })}
            />
          </WithHelp>
        </div>
        {(type?.requiresPreApproval || values.preApprovalId !== "") && (
          <div data-field="preApprovalId">
            <WithHelp help={<ClaimHint claim={claim} topic="pre-approval" />}>
              <TextInput
                label={labels.preApprovalId}
                description={t`The vendor gave it to you before the work began`}
                maxLength={60}
                value={values.preApprovalId}
                error={refused.get("preApprovalId")}
                onChange={(event) => saver.set({ preApprovalId: event.currentTarget.value })}
              />
            </WithHelp>
          </div>
        )}
      </div>
    </Section>
  );
}
