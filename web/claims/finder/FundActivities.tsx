import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Skeleton, Switch, TextInput } from "@mantine/core";
import { IconInfoCircle, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ActivityOption, ClaimOption } from "../../api/types.ts";
import { guideQuery } from "../../programs/guide/guide-api.ts";
import { DateText } from "../../ui/DateText.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Section } from "../../ui/Section.tsx";
import { ActivityRow } from "./ActivityRow.tsx";
import classes from "./Finder.module.css";
import { useObstacle } from "./use-obstacle.ts";

/** What one fund pays for: its dates, what stands in the way, and every activity with proof, limit and what is left for it. */
export function FundActivities({ option }: { option: ClaimOption }) {
  const { t } = useLingui();
  const { fund, activities, claimable, proofDeadline } = option;
  const obstacle = useObstacle();
  const guide = useQuery(guideQuery(fund.program, { on: fund.usage.from }));
  const [category, setCategory] = useState("");
  const [words, setWords] = useState("");
  const [onlyFree, setOnlyFree] = useState(false);
  const categories = [...new Map(activities.map((each) => [each.category.code, each.category])).values()];
  const textOf = (activity: ActivityOption): string => {
    const told = guide.data?.activities.find(({ code }) => code === activity.code);
    return [
      activity.name,
      ...(told?.proof.map((each) => each.description) ?? []),
      ...(told?.eligibleExpenses.map((each) => each.name) ?? []),
    ]
      .join(" ")
      .toLocaleLowerCase();
  };
  const shown = activities.filter(
    (activity) =>
      (category === "" || activity.category.code === category) &&
      (!onlyFree || !activity.requiresPreApproval) &&
      words
        .toLocaleLowerCase()
        .split(/\s+/)
        .every((word) => textOf(activity).includes(word)),
  );
  return (
    <Section
      title={`${fund.location.name} · ${fund.usagePeriod}`}
      hint={
        <Link to="/programs/$code/guide" params={{ code: fund.program }} search={{ on: fund.usage.from }}>
          <Trans>How {fund.programName} works</Trans>
        </Link>
      }
      action={<MoneyText value={fund.remaining} size="large" />}
    >
      {!claimable.allowed && (
        <Alert color="gray" mb="md" icon={<IconInfoCircle size={18} aria-hidden />}>
          {obstacle(option)}
        </Alert>
      )}
      <dl className={classes.dates}>
        <div>
          <dt>
            <Trans>Work done</Trans>
          </dt>
          <dd>
            <DateText day={fund.usage.from} /> – <DateText day={fund.usage.to} />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Claim until</Trans>
          </dt>
          <dd>
            <DateText day={fund.expiresOn} deadline />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Answer questions until</Trans>
          </dt>
          <dd>
            <DateText day={proofDeadline} />
          </dd>
        </div>
      </dl>
      <div className={classes.filters}>
        <FilterChips
          label={t`Category`}
          options={[
            { value: "", label: t`All` },
            ...categories.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={category}
          onChange={setCategory}
        />
        <TextInput
          aria-label={t`Search activities`}
          placeholder={t`Such as webinar or print`}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {activities.some(({ requiresPreApproval }) => requiresPreApproval) && (
          <Switch
            label={t`Without consent beforehand`}
            checked={onlyFree}
            onChange={(event) => setOnlyFree(event.currentTarget.checked)}
          />
        )}
      </div>
      {guide.isPending && <Skeleton height={160} />}
      {guide.error && <ErrorState error={guide.error} retry={() => void guide.refetch()} />}
      {shown.length === 0 && (
        <output>
          <Trans>No activity fits. Try another word, or all categories.</Trans>
        </output>
      )}
      <ul className={classes.activities}>
        {shown.map((activity) => (
          <ActivityRow
            key={activity.code}
            option={option}
            activity={activity}
            told={guide.data?.activities.find(({ code }) => code === activity.code)}
          />
        ))}
      </ul>
    </Section>
  );
}
