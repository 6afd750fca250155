import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Paper, Select, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { WhyNot } from "../api/types.ts";
import { dayInWords } from "../i18n/format.ts";
import { inWords, wordOf } from "../i18n/server-words.ts";
import { useMe } from "../identity/me.ts";
import { useRoleNames } from "../identity/profile/use-role-names.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Enrollments.module.css";
import { askForAccess, refreshEnrollments, whyNotQuery } from "./enrollments-api.ts";

interface WhyNotPageProps {
  program: string | undefined;
  location: string | undefined;
  onNarrow: (search: { program?: string; location?: string }) => void;
}

/** Why can't I see this? What I may do in a program at a location, what is missing, who can give it, and one click to ask. */
export function WhyNotPage({ program: asked, location, onNarrow }: WhyNotPageProps) {
  const { t } = useLingui();
  const programs = useQuery(programsQuery);
  const program = programs.data?.items.find(({ code }) => code === asked) ?? programs.data?.items[0];
  const why = useQuery({ ...whyNotQuery(program?.code ?? "", location), enabled: program !== undefined });
  const narrow = (code: string | undefined, place: string | undefined): void =>
    onNarrow({ ...(code ? { program: code } : {}), ...(place ? { location: place } : {}) });
  return (
    <>
      <PageHeader title={t`Why can't I see this?`}>
        <Trans>What you may do, what is in the way, and who can help.</Trans>
      </PageHeader>
      <Paper p="md" mb="md">
        <Group align="flex-end">
          <Select
            label={t`Program`}
            data={programs.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
            value={program?.code ?? null}
            allowDeselect={false}
            onChange={(code) => narrow(code ?? undefined, location)}
          />
          {why.data && why.data.locations.length > 0 && (
            <Select
              label={t`Location`}
              placeholder={t`All locations`}
              clearable
              searchable
              data={why.data.locations.map(({ id, name, partnerId }) => ({
                value: id,
                label: `${name} (${partnerId})`,
              }))}
              value={location ?? null}
              onChange={(place) => narrow(program?.code, place ?? undefined)}
            />
          )}
        </Group>
      </Paper>
      {(programs.isPending || why.isPending) && <Skeleton height={240} radius="lg" />}
      {why.error && <ErrorState error={why.error} retry={() => void why.refetch()} />}
      {why.data && <Answer why={why.data} />}
    </>
  );
}

function Answer({ why }: { why: WhyNot }) {
  const { t } = useLingui();
  const missing = why.rights.filter(({ held }) => !held);
  const held = why.rights.filter((right) => right.held);
  const { enrollment } = why;
  return (
    <div className="fp-stack">
      <Section title={t`What is in the way`} action={enrollment ? <StatusBadge face={enrollment.face} /> : undefined}>
        <Stack gap="xs">
          {why.reasons.map(({ code, words, text }) => (
            <Text key={`${code} ${text}`}>{inWords(words, text)}</Text>
          ))}
          {enrollment && (
            <Link to="/enrollments/$id" params={{ id: enrollment.id }}>
              <Trans>Requirements and next steps of this location</Trans>
            </Link>
          )}
        </Stack>
      </Section>
      {missing.length > 0 && (
        <Section title={t`What you may not do here`} hint={<Trans>Each with the roles that would bring it.</Trans>}>
          <RightList rights={missing} />
          <Ask why={why} />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={t`What you may do here`}>
          <RightList rights={held} />
        </Section>
      )}
    </div>
  );
}

function RightList({ rights }: { rights: WhyNot["rights"] }) {
  const nameOf = useRoleNames();
  return (
    <ul className={classes.rights}>
      {rights.map(({ right, label, held, roles }) => (
        <li key={right}>
          <span className={classes.state} data-state={held ? "met" : "unmet"}>
            {held ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
          </span>
          <div className={classes.words}>
            <div>{wordOf(label)}</div>
            {!held && (
              <Text size="sm" c="dimmed">
                {roles.map((role) => nameOf(role)).join(", ")}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Who can give rights here, and one click to ask them. */
function Ask({ why }: { why: WhyNot }) {
  const { t } = useLingui();
  const me = useMe();
  const nameOf = useRoleNames();
  const [note, setNote] = useState("");
  const ask = useMutation({
    mutationFn: () => askForAccess(why.program.code, why.location?.id, note),
    onSuccess: refreshEnrollments,
  });
  const names = why.grantors.map(({ name, role }) => `${name} (${nameOf(role)})`).join(", ");
  return (
    <Stack mt="md" gap="sm">
      <Text>
        {why.grantors.length > 0 ? (
          <Trans>These people of your organisation can give you rights: {names}.</Trans>
        ) : (
          <Trans>
            Nobody of your organisation can give rights here yet. Ask the vendor to name an organisation admin.
          </Trans>
        )}
      </Text>
      {ask.isSuccess && (
        <Alert color="teal">
          <Trans>Asked. They have a notice, and a mail where mails are sent.</Trans>
        </Alert>
      )}
      {!ask.isSuccess && why.askedOn && (
        <Text c="dimmed">
          <Trans>You asked for this on {dayInWords(why.askedOn)}.</Trans>
        </Text>
      )}
      {me.side === "partner" && !ask.isSuccess && (
        <>
          <Textarea
            label={t`What do you need it for?`}
            description={t`Optional`}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {ask.error && (
            <Text c="var(--mantine-color-error)" role="alert">
              {ask.error.message}
            </Text>
          )}
          <Group>
            <Button loading={ask.isPending} onClick={() => ask.mutate()}>
              <Trans>Ask for these rights</Trans>
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
