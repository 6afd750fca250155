import { Trans, useLingui } from "@lingui/react/macro";
import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Plan } from "../../api/types.ts";
import { dayInWords } from "../../i18n/format.ts";
import { editionQuery } from "../../programs/programs-api.ts";
import { useProgramNames } from "../../programs/use-program-names.ts";
import { ConflictModal } from "../../ui/ConflictModal.tsx";
import { SaveIndicator } from "../../ui/SaveIndicator.tsx";
import { Section } from "../../ui/Section.tsx";
import classes from "../Plans.module.css";
import { usePlanForm } from "./use-part-forms.ts";

/** What the plan as a whole says of itself. */
export function PlanForm({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const nameOf = useProgramNames();
  const { values, saver, state, refused, conflict } = usePlanForm(plan);
  const edition = useQuery(editionQuery(plan.program, plan.edition.programYear));
  const labels = { name: t`Name of the plan`, reviewerEmail: t`E-mail of the reviewer`, currency: t`Currency` };
  return (
    <Section
      title={t`The plan`}
      hint={
        <Trans>
          {plan.location.name} · {nameOf(plan.program)} · {plan.fundTypeName} · {plan.period.code},{" "}
          {dayInWords(plan.period.from)} to {dayInWords(plan.period.to)}
        </Trans>
      }
      action={<SaveIndicator state={state} />}
    >
      <div className={classes.two}>
        <div className={classes.wide} data-field="name">
          <TextInput
            label={labels.name}
            maxLength={120}
            value={values.name}
            error={refused.get("name")}
            onChange={(event) => saver.set({ name: event.currentTarget.value })}
          />
        </div>
        <div data-field="reviewerEmail">
          <TextInput
            type="email"
            label={labels.reviewerEmail}
            description={t`Your account manager at the vendor`}
            maxLength={254}
            value={values.reviewerEmail}
            error={refused.get("reviewerEmail")}
            onChange={(event) => saver.set({ reviewerEmail: event.currentTarget.value })}
          />
        </div>
        <div data-field="currency">
          <Select
            label={labels.currency}
            description={plan.round > 0 ? t`Fixed since the plan was submitted` : t`Fixed once the plan is submitted`}
            data={edition.data?.currencies ?? [plan.currency]}
            value={values.currency}
            allowDeselect={false}
            disabled={plan.round > 0}
            error={refused.get("currency")}
            onChange={(currency) => currency && saver.set({ currency })}
          />
        </div>
      </div>
      <ConflictModal conflict={conflict} labels={labels} onSettle={(mine) => saver.settle(mine)} />
    </Section>
  );
}
