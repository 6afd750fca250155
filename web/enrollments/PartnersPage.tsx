import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Group, Paper, Select, Skeleton, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuildingStore } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { InvitedList, Program, Standing } from "../api/types.ts";
import { countryInWords } from "../i18n/countries.ts";
import { inWords } from "../i18n/server-words.ts";
import { useMe } from "../identity/me.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Enrollments.module.css";
import { invite, refreshEnrollments, type StandingFilter, standingsQuery } from "./enrollments-api.ts";

interface PartnersPageProps {
  program: string | undefined;
  standing: string | undefined;
  onNarrow: (search: { program?: string; standing?: string }) => void;
}

const STANDINGS = ["none", "invited", "ineligible", "action_required", "enrolled", "inactive", "discontinued"] as const;

/** Who takes part, who is invited, who may be: the locations of all partners as they stand to one program. */
export function PartnersPage({ program: asked, standing, onNarrow }: PartnersPageProps) {
  const { t } = useLingui();
  const programs = useQuery(programsQuery);
  const [q, setQ] = useState("");
  const [later] = useDebouncedValue(q, 300);
  const program = programs.data?.items.find(({ code }) => code === asked) ?? programs.data?.items[0];
  const chosen = STANDINGS.find((each) => each === standing);
  const names: Record<(typeof STANDINGS)[number], string> = {
    none: t`Not invited`,
    invited: t`Invited`,
    ineligible: t`Not eligible`,
    action_required: t`Waits for the partner`,
    enrolled: t`Enrolled`,
    inactive: t`Declined or expired`,
    discontinued: t`Discontinued`,
  };
  return (
    <>
      <PageHeader title={t`Partners`}>
        <Trans>Who takes part, who is invited, and who could be.</Trans>
      </PageHeader>
      <Paper p="md" mb="md">
        <Group align="flex-end" className={classes.filters}>
          <Select
            label={t`Program`}
            data={programs.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
            value={program?.code ?? null}
            allowDeselect={false}
            onChange={(code) => onNarrow({ ...(code ? { program: code } : {}), ...(standing ? { standing } : {}) })}
          />
          <Select
            label={t`Standing`}
            placeholder={t`All`}
            clearable
            data={STANDINGS.map((value) => ({ value, label: names[value] }))}
            value={chosen ?? null}
            onChange={(value) =>
              onNarrow({ ...(program ? { program: program.code } : {}), ...(value ? { standing: value } : {}) })
            }
          />
          <TextInput label={t`Search`} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
        </Group>
      </Paper>
      {programs.error && <ErrorState error={programs.error} retry={() => void programs.refetch()} />}
      {program && (
        <Standings
          key={program.code}
          program={program}
          filter={
            { ...(later.trim() ? { q: later.trim() } : {}), ...(chosen ? { standing: chosen } : {}) } as StandingFilter
          }
        />
      )}
    </>
  );
}

function Standings({ program, filter }: { program: Program; filter: StandingFilter }) {
  const { t } = useLingui();
  const me = useMe();
  const found = useQuery(standingsQuery(program.code, filter));
  const [picked, setPicked] = useState<readonly Standing[]>([]);
  const inviting = useMutation({
    // With their names: under a filter such as "not invited" those who were invited leave the list.
    mutationFn: async () => {
      const names = new Map(picked.map(({ id, location }) => [id, location.name]));
      const { items } = await invite(program.code, [...names.keys()]);
      return items.map((item) => ({ ...item, name: names.get(item.location) ?? item.location }));
    },
    onSuccess: async () => {
      setPicked([]);
      await refreshEnrollments();
    },
  });
  const manages = me.grants.some(({ role }) => role === "program-manager");
  const rows = found.data?.items ?? [];
  const toggle = (row: Standing, on: boolean): void =>
    setPicked(on ? [...picked, row] : picked.filter(({ id }) => id !== row.id));
  const withoutAdmin = picked.filter(({ hasAdmin }) => !hasAdmin);
  return (
    <Section
      title={program.name}
      hint={program.programYear ? <Trans>Program year {program.programYear}</Trans> : undefined}
      action={
        manages && (
          <Button disabled={picked.length === 0} loading={inviting.isPending} onClick={() => inviting.mutate()}>
            {picked.length === 0
              ? t`Invite`
              : t`${plural(picked.length, { one: "Invite # location", other: "Invite # locations" })}`}
          </Button>
        )
      }
    >
      {withoutAdmin.length > 0 && (
        <Alert color="orange" mb="md" title={t`Nobody can answer there yet`}>
          <Trans>
            Without an incentives admin: {withoutAdmin.map(({ location }) => location.name).join(", ")}. They are
            invited, and those who give roles at the partner are told.
          </Trans>
        </Alert>
      )}
      {inviting.error && (
        <Alert color="red" mb="md" role="alert">
          {inviting.error.message}
        </Alert>
      )}
      {inviting.data && <Outcomes invited={inviting.data} />}
      {found.isPending && <Skeleton height={240} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <EmptyState icon={<IconBuildingStore size={22} aria-hidden />} title={t`No location here`}>
          <Trans>No location fits these filters. Take one away to see more.</Trans>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <PlainTable
          label={t`Locations`}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t`Location`,
              cell: (row) => <LocationCell row={row} picked={picked} manages={manages} onPick={toggle} />,
            },
            { head: t`Country`, cell: ({ location }) => countryInWords(location.country) },
            { head: t`Standing`, cell: (row) => <StandingCell row={row} /> },
            { head: t`Requirements`, cell: (row) => <UnmetCell row={row} /> },
            { head: t`Who can accept`, cell: ({ hasAdmin }) => (hasAdmin ? t`an incentives admin` : t`nobody yet`) },
          ]}
        />
      )}
      {found.data?.nextCursor && (
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>The first two hundred are shown. Search to see others.</Trans>
        </Text>
      )}
    </Section>
  );
}

interface LocationCellProps {
  row: Standing;
  picked: readonly Standing[];
  manages: boolean;
  onPick: (row: Standing, on: boolean) => void;
}

function LocationCell({ row, picked, manages, onPick }: LocationCellProps) {
  const { t } = useLingui();
  const name = (
    <>
      {row.location.name}
      <Text size="xs" c="dimmed" component="span" display="block">
        {row.partner.name} · <span className="fp-num">{row.location.partnerId}</span>
      </Text>
    </>
  );
  if (!manages || row.abilities["invite"]?.allowed !== true) return name;
  return (
    <Checkbox
      label={name}
      aria-label={t`Invite ${row.location.name}`}
      checked={picked.some(({ id }) => id === row.id)}
      onChange={(event) => onPick(row, event.currentTarget.checked)}
    />
  );
}

function StandingCell({ row: { enrollment } }: { row: Standing }) {
  const { t } = useLingui();
  if (!enrollment) return <StatusBadge face={{ tone: "neutral", label: t`Not invited` }} />;
  return (
    <>
      <StatusBadge face={enrollment.face} />
      <Text size="sm" component="div">
        <Link to="/enrollments/$id" params={{ id: enrollment.id }}>
          <Trans>Open</Trans>
        </Link>
      </Text>
    </>
  );
}

function UnmetCell({ row: { eligibility, unmet } }: { row: Standing }) {
  const { t } = useLingui();
  if (eligibility === "not-asked") return "–";
  if (eligibility === "met") return t`all met`;
  return t`Not met: ${unmet.map(({ name }) => name).join(", ")}`;
}

/** What came of each invitation that was sent. */
function Outcomes({ invited }: { invited: readonly (InvitedList["items"][number] & { name: string })[] }) {
  const { t } = useLingui();
  const warned = invited.some(({ outcome }) => outcome !== "invited");
  return (
    <Alert color={warned ? "orange" : "teal"} mb="md" title={t`What came of it`}>
      <ul className={classes.outcomes}>
        {invited.map(({ location, name, words, message }) => (
          <li key={location}>
            <strong>{name}:</strong> {inWords(words, message)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
