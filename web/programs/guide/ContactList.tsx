import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Contact } from "../../api/types.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import classes from "./Guide.module.css";
import { contactsQuery } from "./guide-api.ts";

/** Whom to ask: people of the own organisation by name, the other side as a role. */
export function ContactList({ program }: { program: string }) {
  const { t } = useLingui();
  const contacts = useQuery(contactsQuery(program));
  const roles: Record<string, { name: string; helps: string }> = {
    "organisation-admin": { name: t`Organisation admin`, helps: t`gives roles and rights` },
    "account-admin": { name: t`Account admin`, helps: t`gives roles and looks after locations` },
    "incentives-admin": { name: t`Incentives admin`, helps: t`knows the program, enrols, claims` },
    "program-manager": { name: t`Program manager at the vendor`, helps: t`maintains the rules` },
    reviewer: {
      name: t`Reviewer at the vendor`,
      helps: t`decides on claims; write to them in the comments of the claim`,
    },
    finance: { name: t`Finance at the vendor`, helps: t`adjusts funds and pays` },
  };
  if (contacts.isPending) return <Skeleton height={90} />;
  if (contacts.error) return <ErrorState error={contacts.error} retry={() => void contacts.refetch()} />;
  const shown = contacts.data.items.filter(({ side, people }) => side === "vendor" || people.length > 0);
  return (
    <ul className={classes.contacts}>
      {shown.map(({ role, people }) => (
        <li key={role}>
          <strong>{roles[role]?.name ?? role}</strong>
          <Text size="sm" c="dimmed">
            {roles[role]?.helps}
          </Text>
          <People people={people} />
        </li>
      ))}
      {shown.every(({ side }) => side === "vendor") && (
        <li>
          <Text size="sm" c="dimmed">
            <Trans>Nobody of your organisation has an admin role for this program yet.</Trans>
          </Text>
        </li>
      )}
    </ul>
  );
}

function People({ people }: { people: Contact["people"] }) {
  return (
    <>
      {people.map(({ name, location }) => (
        <div key={`${name}/${location ?? ""}`}>
          {name}
          {location && (
            <Text span size="sm" c="dimmed">
              {" "}
              · {location}
            </Text>
          )}
        </div>
      ))}
    </>
  );
}
