import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../api/problem.ts";
import { today } from "../i18n/format.ts";
import { recordFact, refreshEnrollments } from "./enrollments-api.ts";

interface RecordFactDialogProps {
  location: { id: string; name: string };
  onClose: () => void;
}

/** Says what is known of a location from a day on; what was known before stays in its history. */
export function RecordFactDialog({ location, onClose }: RecordFactDialogProps) {
  const { t } = useLingui();
  const [values, setValues] = useState({ code: "", value: "", validFrom: today(), validTo: "", source: "" });
  const [of, setOf] = useState<"location" | "organisation">("location");
  const change = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const { code, value, validFrom, validTo, source } = values;
  const record = useMutation({
    mutationFn: () =>
      recordFact(location.id, {
        code,
        validFrom,
        source,
        of,
        ...(value.trim() ? { value } : {}),
        ...(validTo ? { validTo } : {}),
      }),
    onSuccess: async () => {
      onClose();
      notifications.show({ message: t`Recorded. Requirements are judged by it from now on.` });
      await refreshEnrollments();
    },
  });
  const refused = record.error instanceof ApiProblem ? record.error.fields : new Map<string, string>();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Record something about ${location.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`What`}
            description={t`The code that the edition's requirements name, such as partner-agreement`}
            data-autofocus
            value={code}
            error={refused.get("code")}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <TextInput
            label={t`Value`}
            description={t`A version, a figure; empty where holding it is all there is to say`}
            value={value}
            error={refused.get("value")}
            onChange={(event) => change({ value: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={t`From`}
              value={validFrom}
              error={refused.get("validFrom")}
              onChange={(event) => change({ validFrom: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t`Until`}
              value={validTo}
              error={refused.get("validTo")}
              onChange={(event) => change({ validTo: event.currentTarget.value })}
            />
          </Group>
          <Select
            label={t`It is so of`}
            data={[
              { value: "location", label: t`this location` },
              { value: "organisation", label: t`the organisation` },
            ]}
            value={of}
            allowDeselect={false}
            onChange={(chosen) => setOf(chosen === "organisation" ? "organisation" : "location")}
          />
          <TextInput
            label={t`Known from`}
            value={source}
            error={refused.get("source")}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
          {record.error && (
            <Text c="var(--mantine-color-error)" role="alert">
              {record.error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Leave it</Trans>
            </Button>
            <Button type="submit" disabled={code === "" || source.trim() === ""} loading={record.isPending}>
              <Trans>Record</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
