import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Group, Paper, Select, Skeleton, TextInput } from "@mantine/core";
import { IconMap2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { ApiProblem } from "../api/problem.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Plans.module.css";
import { type NewPlan, useNewPlan } from "./use-new-plan.ts";

/** The beginning of a plan: for which location, program, fund and period, and who reviews it. */
export function NewPlanPage() {
  const { t } = useLingui();
  const plan = useNewPlan();
  const { enrolled, programs, places, ready, create } = plan;
  const problem = create.error instanceof ApiProblem ? create.error : undefined;
  const refused = problem?.fields ?? new Map<string, string>();
  const first = typeof problem?.body["plan"] === "string" ? problem.body["plan"] : undefined;
  return (
    <>
      <PageHeader
        title={t`New plan`}
        above={
          <Link to="/plans">
            <Trans>Plans</Trans>
          </Link>
        }
      >
        <Trans>What it is for and who reviews it. Campaigns and activities come on the next page.</Trans>
      </PageHeader>
      {(enrolled.error ?? programs.error) && (
        <ErrorState error={enrolled.error ?? programs.error} retry={() => void enrolled.refetch()} />
      )}
      {(enrolled.isPending || programs.isPending) && <Skeleton height={220} radius="lg" />}
      {places?.length === 0 && programs.data && (
        <Paper>
          <EmptyState icon={<IconMap2 size={22} aria-hidden />} title={t`None of your programs works with plans`}>
            <Trans>
              Some programs pay for work without a plan: there you begin with a claim. Where a program has plans, you
              can make one as soon as one of your locations takes part in it. The page of each program says which it is.
            </Trans>
          </EmptyState>
        </Paper>
      )}
      {places && places.length > 0 && (
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) create.mutate();
          }}
        >
          <PlacePart plan={plan} refused={refused} />
          <Section title={t`Its name and its reviewer`}>
            <NamePart plan={plan} refused={refused} />
            {create.error && (
              <Alert color={first ? "yellow" : "red"} mt="md" role="alert">
                {create.error.message}{" "}
                {first && (
                  <Link to="/plans/$id" params={{ id: first }}>
                    <Trans>Open that plan</Trans>
                  </Link>
                )}
              </Alert>
            )}
            <Group justify="flex-end" mt="lg">
              <ExplainedButton
                type="submit"
                ability={
                  ready
                    ? undefined
                    : { allowed: false, message: t`Please choose a location, name the plan and say who reviews it.` }
                }
                loading={create.isPending}
                onClick={() => undefined}
              >
                <Trans>Create the plan</Trans>
              </ExplainedButton>
            </Group>
          </Section>
        </form>
      )}
    </>
  );
}

interface PartProps {
  plan: NewPlan;
  refused: ReadonlyMap<string, string>;
}

/** Which location, program, fund and period. */
function PlacePart({ plan, refused }: PartProps) {
  const { t } = useLingui();
  const { places, place, fundTypes, fundType, periods, period, currency, edition, change } = plan;
  return (
    <Section title={t`What is it for?`}>
      <div className={classes.two}>
        <Select
          className={classes.wide ?? ""}
          label={t`Location and program`}
          description={t`A location can have one plan for each fund and period`}
          required
          withAsterisk={false}
          searchable
          allowDeselect={false}
          data={
            places?.map(({ id, location, programName }) => ({
              value: id,
              label: `${location.name}, ${programName}`,
            })) ?? []
          }
          value={place?.id ?? null}
          error={refused.get("location") ?? refused.get("program")}
          onChange={(id) => id && change({ place: id, fundType: "", period: "", currency: "" })}
        />
        <Select
          label={t`Fund`}
          data={fundTypes.map(({ code, name }) => ({ value: code, label: name }))}
          value={fundType?.code ?? null}
          allowDeselect={false}
          disabled={!place}
          error={refused.get("fundType")}
          onChange={(code) => code && change({ fundType: code, period: "" })}
        />
        <Select
          label={t`Period`}
          data={periods.map(({ code, words }) => ({ value: code, label: words }))}
          value={period?.code ?? null}
          allowDeselect={false}
          disabled={!place}
          error={refused.get("period")}
          onChange={(code) => code && change({ period: code })}
        />
        <Select
          label={t`Currency`}
          description={t`Fixed once the plan is submitted`}
          data={edition.data?.currencies ?? []}
          value={currency ?? null}
          allowDeselect={false}
          disabled={!place}
          error={refused.get("currency")}
          onChange={(code) => code && change({ currency: code })}
        />
      </div>
    </Section>
  );
}

/** What it is called, and who reviews it. */
function NamePart({ plan, refused }: PartProps) {
  const { t } = useLingui();
  const { values, change } = plan;
  return (
    <div className={classes.two}>
      <TextInput
        label={t`Name of the plan`}
        description={t`Such as “Autumn and winter campaigns”`}
        required
        withAsterisk={false}
        maxLength={120}
        value={values.name}
        error={refused.get("name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t`E-mail of the reviewer`}
        description={t`Your account manager at the vendor`}
        required
        withAsterisk={false}
        maxLength={254}
        value={values.reviewerEmail}
        error={refused.get("reviewerEmail")}
        onChange={(event) => change({ reviewerEmail: event.currentTarget.value })}
      />
    </div>
  );
}
