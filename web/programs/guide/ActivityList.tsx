import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Text, TextInput } from "@mantine/core";
import { IconChevronRight, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ActivityGuide } from "../../api/types.ts";
import { FilterChips } from "../../ui/FilterChips.tsx";
import { ActivityFacts } from "./ActivityFacts.tsx";
import classes from "./Guide.module.css";

/** The activities of a program as cards that open: found by category and by words. */
export function ActivityList({ activities }: { activities: readonly ActivityGuide[] }) {
  const { t } = useLingui();
  const [category, setCategory] = useState("");
  const [words, setWords] = useState("");
  const categories = [...new Map(activities.map((each) => [each.category.code, each.category])).values()];
  const shown = activities.filter((each) => (category === "" || each.category.code === category) && holds(each, words));
  return (
    <>
      <div className={`${classes.filters} fp-no-print`}>
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
          placeholder={t`Search, such as webinar or print`}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 && (
        <Text c="dimmed" component="output">
          <Trans>No activity of this program fits. Try another word, or all categories.</Trans>
        </Text>
      )}
      <ul className={classes.activities}>
        {shown.map((activity) => (
          <ActivityItem key={activity.code} activity={activity} />
        ))}
      </ul>
    </>
  );
}

function ActivityItem({ activity }: { activity: ActivityGuide }) {
  const { t } = useLingui();
  const asked = activity.proof.filter(({ required }) => required).length;
  const marks = [
    activity.category.name,
    asked === 0 ? t`proof of cost only` : t`${plural(asked, { one: "# thing to prove", other: "# things to prove" })}`,
    ...(activity.caps.some(({ kind }) => kind !== "unlimited") ? [t`with a limit`] : []),
    ...(activity.requiresPreApproval ? [t`consent beforehand`] : []),
  ];
  return (
    <li>
      <details className={classes.activity}>
        <summary>
          <IconChevronRight size={18} aria-hidden />
          <span>
            <span className={classes.activityName}>{activity.name}</span>
            <span className={classes.marks}>{marks.join(" · ")}</span>
          </span>
        </summary>
        <ActivityFacts activity={activity} />
      </details>
    </li>
  );
}

/** True when each of the words stands somewhere in what is said about the activity. */
function holds({ name, code, category, eligibleExpenses, proof }: ActivityGuide, words: string): boolean {
  const text = [
    name,
    code,
    category.name,
    ...eligibleExpenses.map((each) => each.name),
    ...proof.map((each) => each.description),
  ]
    .join(" ")
    .toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
