import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Paper, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonWithRoles } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PlainTable } from "../ui/PlainTable.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { GrantRoleDialog } from "./GrantRoleDialog.tsx";
import { HeldRoles } from "./HeldRoles.tsx";
import classes from "./People.module.css";
import { type PeopleFilter, peopleQuery } from "./people-api.ts";

interface PeoplePageProps {
  filter: PeopleFilter;
  onNarrow: (filter: PeopleFilter) => void;
}

/** Who may do what, where; giving roles and taking them. */
export function PeoplePage({ filter, onNarrow }: PeoplePageProps) {
  const { t } = useLingui();
  const me = useMe();
  const people = useInfiniteQuery(peopleQuery(me.side === "vendor" ? { side: "vendor", ...filter } : filter));
  const [giving, setGiving] = useState<string>();
  const rows = people.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={t`People and roles`}>
        {me.side === "vendor" ? (
          <Trans>Who may do what. In a partner you name the organisation admin, who gives the other roles.</Trans>
        ) : (
          <Trans>Who of {me.organisation.name} may do what, for which programs and locations.</Trans>
        )}
      </PageHeader>
      <Paper p="md" mb="md">
        <Group align="center">
          {me.side === "vendor" && (
            <SegmentedControl
              aria-label={t`Whose people`}
              data={[
                { value: "vendor", label: t`Vendor` },
                { value: "partner", label: t`Partners` },
              ]}
              value={filter.side ?? "vendor"}
              onChange={(side) => onNarrow({ ...filter, side: side === "partner" ? "partner" : "vendor" })}
            />
          )}
          <SearchField
            label={t`Search people`}
            placeholder={t`Name or e-mail`}
            value={filter.q}
            onSearch={(q) => onNarrow({ ...(filter.side ? { side: filter.side } : {}), ...(q ? { q } : {}) })}
          />
        </Group>
      </Paper>
      {people.isPending && <Skeleton height={320} />}
      {people.error && <ErrorState error={people.error} retry={() => void people.refetch()} />}
      {people.data && rows.length === 0 && (
        <EmptyState icon={<IconUsers size={22} aria-hidden />} title={t`Nobody is called so`}>
          <Trans>No name and no e-mail holds these letters.</Trans>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Paper p="md">
          <PlainTable
            label={t`People`}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { head: t`Person`, cell: (person) => <Who person={person} showsOrganisation={me.side === "vendor"} /> },
              { head: t`Roles`, cell: (person) => <HeldRoles person={person} /> },
              {
                head: t`Next`,
                align: "right",
                cell: (person) => (
                  <ExplainedButton
                    variant="default"
                    size="xs"
                    ability={person.abilities["grantRole"]}
                    onClick={() => setGiving(person.id)}
                  >
                    <Trans>Give a role…</Trans>
                  </ExplainedButton>
                ),
              },
            ]}
          />
          {people.hasNextPage && (
            <Group justify="center" mt="md">
              <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
                <Trans>Show more</Trans>
              </Button>
            </Group>
          )}
        </Paper>
      )}
      {giving && <GrantRoleDialog personId={giving} onClose={() => setGiving(undefined)} />}
    </>
  );
}

function Who({ person, showsOrganisation }: { person: PersonWithRoles; showsOrganisation: boolean }) {
  return (
    <div className={classes.who}>
      <div className={classes.name}>
        {person.name}{" "}
        {person.state === "suspended" && (
          <Badge color="gray" variant="light">
            <Trans>Suspended</Trans>
          </Badge>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {person.email}
      </Text>
      {showsOrganisation && person.side === "partner" && (
        <Text size="sm" c="dimmed">
          {person.organisation.name}
        </Text>
      )}
    </div>
  );
}
