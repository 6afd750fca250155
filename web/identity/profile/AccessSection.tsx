import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Skeleton, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Access } from "../../api/types.ts";
import { dayInWords } from "../../i18n/format.ts";
import { wordOf } from "../../i18n/server-words.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Section } from "../../ui/Section.tsx";
import { useMe } from "../me.ts";
import classes from "./Profile.module.css";
import { accessQuery } from "./profile-api.ts";
import { useRoleNames } from "./use-role-names.ts";

/** What may I do, where, by which role, and who can give me more? */
export function AccessSection() {
  const { t } = useLingui();
  const access = useQuery(accessQuery);
  return (
    <Section
      id="access"
      title={t`What you may do`}
      hint={<Trans>Roles give rights, each for all or some programs and locations.</Trans>}
    >
      {access.isPending && <Skeleton height={160} />}
      {access.error && <ErrorState error={access.error} retry={() => void access.refetch()} />}
      {access.data && (
        <div className={classes.access}>
          <Roles access={access.data} />
          <Rights access={access.data} />
          <Grantors access={access.data} />
        </div>
      )}
    </Section>
  );
}

function Roles({ access }: { access: Access }) {
  const nameOf = useRoleNames();
  return (
    <ul className={classes.list}>
      {access.roles.map((role) => (
        <li key={role.id} className={classes.row}>
          <div>
            <div className={classes.strong}>{nameOf(role.role)}</div>
            <div className={classes.sub}>
              {role.program ? role.program.name || role.program.code : <Trans>all programs</Trans>} ·{" "}
              {role.location ? role.location.name : <Trans>all locations</Trans>}
            </div>
          </div>
          <div className={classes.sub}>
            {role.until ? (
              <Trans>until {dayInWords(role.until.slice(0, 10))}</Trans>
            ) : (
              <Trans>since {dayInWords(role.since.slice(0, 10))}</Trans>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Rights({ access }: { access: Access }) {
  const { t } = useLingui();
  const nameOf = useRoleNames();
  const held = (how: Access["rights"][number]["held"]) => access.rights.filter((right) => right.held === how);
  return (
    <div className={classes.rights}>
      <RightList
        title={t`Everywhere`}
        icon={<IconCircleCheck size={16} aria-hidden />}
        words={held("everywhere").map(({ label }) => wordOf(label))}
      />
      <RightList
        title={t`For some programs or locations`}
        icon={<IconCircleHalf2 size={16} aria-hidden />}
        words={held("somewhere").map(({ label }) => wordOf(label))}
      />
      <RightList
        title={t`Not with your roles`}
        icon={<IconCircleDashed size={16} aria-hidden />}
        words={held("nowhere").map(({ label, roles }) => `${wordOf(label)} (${roles.map(nameOf).join(", ")})`)}
      />
    </div>
  );
}

function RightList({ title, icon, words }: { title: string; icon: ReactNode; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div>
      <Title order={3} mb={6}>
        {title}
      </Title>
      <ul className={classes.words}>
        {words.map((text) => (
          <li key={text}>
            {icon}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Grantors({ access }: { access: Access }) {
  const me = useMe();
  const nameOf = useRoleNames();
  if (access.grantors.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {me.side === "vendor" ? (
          <Trans>A vendor administrator gives roles.</Trans>
        ) : (
          <Trans>Your company has nobody yet who gives roles. The vendor names an organisation admin.</Trans>
        )}
      </Text>
    );
  return (
    <Text size="sm" component="div">
      <Trans>Roles are given by</Trans>{" "}
      {access.grantors.map(({ name, email, roles }, index) => (
        <span key={email}>
          {index > 0 && ", "}
          <Anchor href={`mailto:${email}`} size="sm" underline="always">
            {name}
          </Anchor>{" "}
          ({roles.map(nameOf).join(", ")})
        </span>
      ))}
    </Text>
  );
}
