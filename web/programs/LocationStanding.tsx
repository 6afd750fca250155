import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Program, Standing } from "../api/types.ts";
import { join, refreshEnrollments } from "../enrollments/enrollments-api.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";

/** A location that does not take part yet: whether it may, what it lacks, and the way in where the program is open. */
export function LocationStanding({ standing, program }: { standing: Standing; program: Program }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const joining = useMutation({
    mutationFn: () => join(program.code, standing.id),
    onSuccess: async ({ id }) => {
      setAsking(false);
      notifications.show({ message: t`${standing.location.name} takes part. Its page says what is still missing.` });
      await refreshEnrollments();
      await navigate({ to: "/enrollments/$id", params: { id } });
    },
  });
  const eligible = standing.eligibility === "met" || standing.eligibility === "not-asked";
  return (
    <>
      <StatusBadge
        face={
          !eligible
            ? { tone: "refused", label: t`Not eligible` }
            : { tone: "neutral", label: program.openEnrollment ? t`May take part` : t`By invitation` }
        }
      />
      {!eligible && (
        <Text size="sm" c="dimmed" component="div">
          <Trans>Not met: {standing.unmet.map(({ name }) => name).join(", ")}.</Trans>
        </Text>
      )}
      <Group gap="sm" mt={4}>
        {program.openEnrollment && eligible && (
          <ExplainedButton size="compact-sm" ability={standing.abilities["join"]} onClick={() => setAsking(true)}>
            <Trans>Take part…</Trans>
          </ExplainedButton>
        )}
        <Link to="/access" search={{ program: program.code, location: standing.id }}>
          <Trans>Why?</Trans>
        </Link>
      </Group>
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={t`Take part in ${program.name}?`}
          closeButtonProps={{ "aria-label": t`Close` }}
        >
          <Text mb="md">
            <Trans>
              {standing.location.name} takes part until the end of the program year, and earns once bank and tax data
              are complete.
            </Trans>
          </Text>
          {joining.error && (
            <Text c="var(--mantine-color-error)" role="alert" mb="sm">
              {joining.error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              <Trans>Leave it</Trans>
            </Button>
            <Button data-autofocus loading={joining.isPending} onClick={() => joining.mutate()}>
              <Trans>Take part</Trans>
            </Button>
          </Group>
        </Modal>
      )}
    </>
  );
}
