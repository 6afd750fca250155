import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Group, Paper, Select, Skeleton, TextInput } from "@mantine/core";
import { IconWallet } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ApiProblem } from "../api/problem.ts";
import type { Fund } from "../api/types.ts";
import { openFundsQuery } from "../funds/funds-api.ts";
import { useMayClaim } from "../funds/use-may-claim.ts";
import { useMe } from "../identity/me.ts";
import { activityTypesQuery } from "../programs/programs-api.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import classes from "./Claims.module.css";
import { createClaim } from "./claims-api.ts";
import { FundPicker } from "./FundPicker.tsx";

/** What is typed before there is a claim; no name was typed while it is null. */
interface NewClaimDraft {
  fund: string;
  activityType: string;
  name: string | null;
}

/** What was chosen before one came here, such as in the activity finder. */
interface Preset {
  fund?: string | undefined;
  activity?: string | undefined;
}

/** The beginning of a claim: which fund, which activity, which name. Everything else is asked on the next page. */
export function NewClaimPage({ fund: presetFund = "", activity: presetActivity = "" }: Preset) {
  const { t } = useLingui();
  const me = useMe();
  const navigate = useNavigate();
  const mayClaim = useMayClaim();
  const funds = useInfiniteQuery(openFundsQuery);
  const claimable = funds.data?.pages.flatMap((page) => page.items).filter(mayClaim);
  // What was chosen on the way here has a draft of its own, so that an older one does not stand in its place.
  const [values, change, clear] = useStoredDraft<NewClaimDraft>(
    [me.id, "new-claim", presetFund, presetActivity].filter((part) => part !== "").join("."),
    { fund: presetFund, activityType: presetActivity, name: null },
  );
  const fund = claimable?.find(({ id }) => id === values.fund) ?? (claimable?.length === 1 ? claimable[0] : undefined);
  const types = useQuery({
    ...activityTypesQuery(fund?.program ?? "", fund?.usage.from ?? ""),
    enabled: fund !== undefined,
  });
  const chosen = types.data?.items.find(({ code }) => code === values.activityType);
  // A name is proposed where the activity was chosen before; what is typed takes its place.
  const name = values.name ?? (presetActivity !== "" && chosen && fund ? `${chosen.name}, ${fund.usagePeriod}` : "");
  const create = useMutation({
    mutationFn: (from: Fund) =>
      createClaim({
        program: from.program,
        location: from.location.id,
        usagePeriod: from.usagePeriod,
        activityType: values.activityType,
        name,
        executionDate: null,
        amountClaimed: null,
      }),
    onSuccess: async (claim) => {
      clear();
      await navigate({ to: "/claims/$id", params: { id: claim.id }, replace: true });
    },
  });
  const ready = fund !== undefined && values.activityType !== "" && name.trim() !== "";
  const refused = create.error instanceof ApiProblem ? create.error.fields : new Map<string, string>();

  return (
    <>
      <PageHeader title={t`New claim`}>
        <Trans>
          Three things to begin with. The draft saves itself from then on, and nothing is sent until you submit it.
        </Trans>
      </PageHeader>
      {funds.error && <ErrorState error={funds.error} retry={() => void funds.refetch()} />}
      {funds.isPending && <Skeleton height={200} radius="lg" />}
      {claimable?.length === 0 && (
        <Paper>
          <EmptyState icon={<IconWallet size={22} aria-hidden />} title={t`No fund can be claimed from today`}>
            <Trans>
              A fund can be claimed from while its claim window is open and something is left in it. Your funds show
              when the next window opens.
            </Trans>
          </EmptyState>
        </Paper>
      )}
      {claimable && claimable.length > 0 && (
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) create.mutate(fund);
          }}
        >
          <Section title={t`From which fund?`}>
            <FundPicker
              funds={claimable}
              value={fund?.id ?? ""}
              onChange={(id) => change({ fund: id, activityType: "" })}
            />
          </Section>
          <Section title={t`For what?`}>
            <div className={classes.two}>
              <Select
                label={t`Activity`}
                description={t`One claim is for one activity`}
                searchable
                required
                withAsterisk={false}
                disabled={!fund}
                data={types.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
                value={values.activityType || null}
                error={refused.get("activityType")}
                onChange={(code) => change({ activityType: code ?? "" })}
              />
              <TextInput
                label={t`Name of the claim`}
                description={t`For your own lists, such as “Autumn search ads”`}
                required
                withAsterisk={false}
                maxLength={200}
                value={name}
                error={refused.get("name")}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
            </div>
            {create.error && (
              <Alert color="red" mt="md" role="alert">
                {create.error.message}
              </Alert>
            )}
            <Group justify="flex-end" mt="lg">
              <ExplainedButton
                type="submit"
                ability={
                  ready
                    ? undefined
                    : { allowed: false, message: t`Please choose a fund and an activity, and give the claim a name.` }
                }
                loading={create.isPending}
                onClick={() => undefined}
              >
                <Trans>Create the draft</Trans>
              </ExplainedButton>
            </Group>
          </Section>
        </form>
      )}
    </>
  );
}
