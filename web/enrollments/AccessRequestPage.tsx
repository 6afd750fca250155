import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { momentInWords } from "../i18n/format.ts";
import { wordOf } from "../i18n/server-words.ts";
import { useMe } from "../identity/me.ts";
import { useRoleNames } from "../identity/profile/use-role-names.ts";
import { GrantRoleDialog } from "../people/GrantRoleDialog.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Enrollments.module.css";
import { accessRequestQuery } from "./enrollments-api.ts";

/** Who asks for which rights, where, and which roles would bring them. */
export function AccessRequestPage({ id }: { id: string }) {
  const { t } = useLingui();
  const nameOf = useRoleNames();
  const { data: request } = useSuspenseQuery(accessRequestQuery(id));
  const { person, program, location } = request;
  const me = useMe();
  const gives = me.abilities["assignRoles"]?.allowed && me.id !== person.id;
  const [giving, setGiving] = useState(false);
  return (
    <>
      <PageHeader title={t`${person.name} asks for rights`}>
        {location ? (
          <Trans>
            {program.name}, {location.name} · {momentInWords(request.askedAt)}
          </Trans>
        ) : (
          <Trans>
            {program.name}, all locations · {momentInWords(request.askedAt)}
          </Trans>
        )}
      </PageHeader>
      <div className="fp-stack">
        {request.note && (
          <Section title={t`What for`}>
            <Text style={{ whiteSpace: "pre-wrap" }}>{request.note}</Text>
          </Section>
        )}
        <Section title={t`What is missing`} hint={<Trans>Each with the roles that would bring it.</Trans>}>
          {request.rights.length === 0 ? (
            <Text c="dimmed">
              <Trans>Nothing any more: the rights were given.</Trans>
            </Text>
          ) : (
            <ul className={classes.rights}>
              {request.rights.map(({ right, label, roles }) => (
                <li key={right}>
                  <div className={classes.words}>
                    <div>{wordOf(label)}</div>
                    <Text size="sm" c="dimmed">
                      {roles.map((role) => nameOf(role)).join(", ")}
                    </Text>
                  </div>
                </li>
              ))}
            </ul>
          )}
          {gives && (
            <Button mt="md" onClick={() => setGiving(true)}>
              <Trans>Give a role…</Trans>
            </Button>
          )}
          <Text mt="md" c="dimmed">
            <Trans>
              Reach {person.name} at {person.email}.
            </Trans>
          </Text>
        </Section>
      </div>
      {giving && (
        <GrantRoleDialog
          personId={person.id}
          asked={{
            program: program.code,
            location: location?.id ?? null,
            roles: request.rights.flatMap(({ roles }) => roles),
          }}
          onClose={() => setGiving(false)}
        />
      )}
    </>
  );
}
