import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, Skeleton, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../api/problem.ts";
import type { PersonWithRoles } from "../api/types.ts";
import { inWords } from "../i18n/server-words.ts";
import { locationsQuery } from "../identity/locations-api.ts";
import { useMe } from "../identity/me.ts";
import { useRoleNames } from "../identity/profile/use-role-names.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { grantRole, personQuery, type RoleToGive, refreshPeople } from "./people-api.ts";

interface GrantRoleDialogProps {
  personId: string;
  /** Where a role was asked for, and which would do. */
  asked?: { program: string; location: string | null; roles: readonly string[] };
  onClose: () => void;
}

/** Gives a person a role, for a program and a location or for all of them. */
export function GrantRoleDialog({ personId, asked, onClose }: GrantRoleDialogProps) {
  const { t } = useLingui();
  const person = useQuery(personQuery(personId));
  const name = person.data?.name ?? "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={name ? t`Give ${name} a role` : t`Give a role`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      {person.isPending && <Skeleton height={220} />}
      {person.error && <ErrorState error={person.error} retry={() => void person.refetch()} />}
      {person.data && !person.data.abilities["grantRole"]?.allowed && (
        <Text role="alert">
          {inWords(person.data.abilities["grantRole"]?.words, person.data.abilities["grantRole"]?.message ?? "")}
        </Text>
      )}
      {person.data?.abilities["grantRole"]?.allowed && (
        <GrantRoleForm person={person.data} asked={asked} onClose={onClose} />
      )}
    </Modal>
  );
}

interface GrantRoleFormProps {
  person: PersonWithRoles;
  asked: GrantRoleDialogProps["asked"];
  onClose: () => void;
}

function GrantRoleForm({ person, asked, onClose }: GrantRoleFormProps) {
  const { t } = useLingui();
  const me = useMe();
  const nameOf = useRoleNames();
  const programs = useQuery(programsQuery);
  // Roles at a partner's location are the partner's to give.
  const hasPlaces = me.side === "partner";
  const locations = useQuery({ ...locationsQuery(), enabled: hasPlaces });
  const wanted = person.assignable.filter((role) => !asked || asked.roles.includes(role));
  const choice = wanted.length > 0 ? wanted : person.assignable;
  const [role, setRole] = useState<RoleToGive["role"] | null>(choice.length === 1 ? (choice[0] ?? null) : null);
  const [program, setProgram] = useState<string | null>(asked?.program ?? null);
  const [location, setLocation] = useState<string | null>(asked?.location ?? null);
  const give = useMutation({
    mutationFn: (chosen: RoleToGive) => grantRole(person.id, chosen),
    onSuccess: async (_, chosen) => {
      onClose();
      notifications.show({ message: t`${person.name} is ${nameOf(chosen.role)} now.` });
      await refreshPeople();
    },
  });
  const refused = give.error instanceof ApiProblem ? give.error.fields : new Map<string, string>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (role) give.mutate({ role, program, location });
      }}
    >
      <Stack gap="sm">
        <Select
          label={t`Role`}
          description={asked && wanted.length > 0 ? t`Those that bring what was asked for` : undefined}
          data={choice.map((value) => ({ value, label: nameOf(value) }))}
          value={role}
          error={refused.get("role")}
          onChange={(value) => setRole(choice.find((each) => each === value) ?? null)}
          data-autofocus
        />
        <Select
          label={t`Program`}
          placeholder={t`All programs`}
          clearable
          data={programs.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
          value={program}
          error={refused.get("program")}
          onChange={setProgram}
        />
        {hasPlaces && (
          <Select
            label={t`Location`}
            placeholder={t`All locations`}
            clearable
            searchable
            nothingFoundMessage={t`No location is called so`}
            data={locations.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={location}
            error={refused.get("location")}
            onChange={setLocation}
          />
        )}
        <Text size="sm" c="dimmed">
          <Trans>It holds at once, without signing in again.</Trans>
        </Text>
        {give.error && (
          <Text c="var(--mantine-color-error)" role="alert">
            {give.error.message}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
          <Button type="submit" disabled={role === null} loading={give.isPending}>
            <Trans>Give the role</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
