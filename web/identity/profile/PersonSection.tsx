import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, isStatus } from "../../api/problem.ts";
import { Section } from "../../ui/Section.tsx";
import { meQuery, useMe } from "../me.ts";
import { LOCALES, type Locale, saveMe } from "../settings.ts";
import { sampleOf, zoneOptions } from "./samples.ts";

/** Name, language with dates and numbers, and time zone. */
export function PersonSection() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const client = useQueryClient();
  const [name, setName] = useState(me.name);
  const [locale, setLocale] = useState(me.settings.locale);
  const [zone, setZone] = useState(me.settings.timeZone);
  const changed = name.trim() !== me.name || locale !== me.settings.locale || zone !== me.settings.timeZone;
  const save = useMutation({
    mutationFn: () => saveMe({ name, locale: locale as Locale | null, timeZone: zone }, me.version),
    onSuccess: () => notifications.show({ message: t`Your profile is saved.` }),
    onError: (error) => {
      // Changed in another tab meanwhile: the next try is based on that.
      if (isStatus(error, 412)) void client.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
    },
  });
  const faults = save.error instanceof ApiProblem ? save.error.fields : new Map<string, string>();
  const languages = new Intl.DisplayNames([i18n.locale], { type: "language" });
  return (
    <Section title={t`You`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            description={t`As others see it in histories and comments.`}
            required
            maxLength={200}
            value={name}
            error={faults.get("name")}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t`Language, dates and numbers`}
            placeholder={t`As the browser says`}
            clearable
            data={LOCALES.map((value) => ({ value, label: languages.of(value) ?? value }))}
            value={locale}
            onChange={setLocale}
          />
          <Select
            label={t`Time zone`}
            placeholder={t`As the browser says`}
            clearable
            searchable
            limit={60}
            nothingFoundMessage={t`No such time zone`}
            data={zoneOptions(zone)}
            value={zone}
            error={faults.get("timeZone")}
            onChange={setZone}
          />
          <Text size="sm" c="dimmed">
            <Trans>Dates, times and amounts look like this: {sampleOf(locale, zone)}</Trans>
          </Text>
          {save.error && faults.size === 0 && <Alert color="red">{save.error.message}</Alert>}
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!changed || name.trim() === ""}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
