import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Text, VisuallyHidden } from "@mantine/core";
import { IconCircleCheckFilled, IconCircleDashed, IconHelpCircle } from "@tabler/icons-react";
import type { JudgedRequirement, RequirementTree as Tree } from "../api/types.ts";
import { inWords } from "../i18n/server-words.ts";
import classes from "./Enrollments.module.css";

type Group = Omit<Tree, "of"> & { of: readonly (Group | JudgedRequirement)[] };
type State = Tree["state"];

/** What a location must have, group by group, ticked and unticked, with what would change it. */
export function RequirementTree({ tree }: { tree: Tree }) {
  return <GroupList group={tree} />;
}

function GroupList({ group }: { group: Group }) {
  const { t } = useLingui();
  const count = group.of.length;
  const rule: Record<Group["rule"], string> = {
    "all-of": count === 1 ? t`This is asked for` : t`All of these`,
    "any-of": t`One of these`,
    "n-of": t`${plural(group.needed, { one: "At least # of these", other: "At least # of these" })}`,
  };
  return (
    <div className={classes.group}>
      <div className={classes.groupHead}>
        <StateIcon state={group.state} />
        <span>
          {group.name ? `${group.name}: ` : ""}
          {rule[group.rule]}
        </span>
      </div>
      <ul className={classes.tree}>
        {group.of.map((node, i) =>
          node.kind === "group" ? (
            // Groups have no name of their own; their place in the edition does not change.
            <li key={`group-${i}`}>
              <GroupList group={node} />
            </li>
          ) : (
            <RequirementItem key={node.code} requirement={node} />
          ),
        )}
      </ul>
    </div>
  );
}

function RequirementItem({ requirement }: { requirement: JudgedRequirement }) {
  const { name, description, asked, found, remedy, state } = requirement;
  const say = ({ text, words }: JudgedRequirement["asked"]): string => inWords(words ?? undefined, text);
  return (
    <li className={classes.requirement} data-state={state}>
      <StateIcon state={state} />
      <div className={classes.words}>
        <div className={classes.strong}>{name}</div>
        {description && (
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {say(asked)} {say(found)}
        </Text>
        {remedy && (
          <Text size="sm">
            <Trans>What helps:</Trans> {say(remedy)}
          </Text>
        )}
      </div>
    </li>
  );
}

/** Ticked, unticked or not to be told; the icon and its name say so, never the colour alone. */
function StateIcon({ state }: { state: State }) {
  const { t } = useLingui();
  const names: Record<State, string> = { met: t`Met`, unmet: t`Not met`, unknown: t`Not known` };
  const Icon = { met: IconCircleCheckFilled, unmet: IconCircleDashed, unknown: IconHelpCircle }[state];
  return (
    <span className={classes.state} data-state={state} title={names[state]}>
      <Icon size={18} aria-hidden />
      <VisuallyHidden>{names[state]}</VisuallyHidden>
    </span>
  );
}
