import { Trans, useLingui } from "@lingui/react/macro";
import { Radio, Select, Stack, Text } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProgramTemplates } from "../../api/schema.gen.d.ts";
import { editionsQuery, programsQuery } from "../../programs/programs-api.ts";
import classes from "./NewProgram.module.css";
import { useTemplateWords } from "./template-words.ts";

interface BeginningPickerProps {
  templates: ProgramTemplates["items"];
  template: string;
  edition: string;
  onTemplate: (code: string) => void;
  onEdition: (id: string, startsOn: string) => void;
}

const COPY = "a copy";

/** What a program is begun with: one of the templates, or a copy of a version that is there. */
export function BeginningPicker({ templates, template, edition, onTemplate, onEdition }: BeginningPickerProps) {
  const { t } = useLingui();
  const say = useTemplateWords();
  const [copying, setCopying] = useState(edition !== "");
  return (
    <Radio.Group
      aria-label={t`What to begin with`}
      value={copying ? COPY : template}
      onChange={(chosen) => {
        setCopying(chosen === COPY);
        onTemplate(chosen === COPY ? "" : chosen);
      }}
    >
      <div className={classes.cards}>
        {templates.map(({ code, name, activityTypes }) => (
          <Radio.Card key={code} value={code} className={classes.card ?? ""} aria-label={name}>
            <Radio.Indicator />
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm">{say(code)}</Text>
              <Text size="xs" c="dimmed" mt={4}>
                <Activities names={activityTypes.map((type) => type.name)} />
              </Text>
            </div>
          </Radio.Card>
        ))}
        <Radio.Card value={COPY} className={classes.card ?? ""} aria-label={t`A copy of another version`}>
          <Radio.Indicator />
          <div>
            <Text fw={600}>
              <Trans>A copy of another version</Trans>
            </Text>
            <Text size="sm">
              <Trans>The rules of a program that is there, also of a past year.</Trans>
            </Text>
          </div>
        </Radio.Card>
      </div>
      {copying && <EditionSelect value={edition} onChange={onEdition} />}
    </Radio.Group>
  );
}

/** The first activities by name, so that one recognises the program. */
function Activities({ names }: { names: readonly string[] }) {
  const { t } = useLingui();
  const first = names.slice(0, 3).join(", ");
  const more = names.length - 3;
  return more > 0 ? t`${first} and ${more} more activities` : first;
}

function EditionSelect({ value, onChange }: { value: string; onChange: (id: string, startsOn: string) => void }) {
  const { t } = useLingui();
  const programs = useQuery(programsQuery);
  const known = programs.data?.items ?? [];
  const lists = useQueries({ queries: known.map(({ code }) => editionsQuery(code)) });
  const editions = lists.flatMap(({ data }, index) =>
    (data?.items ?? []).map((edition) => ({ ...edition, programName: known[index]?.name ?? edition.program })),
  );
  return (
    <Stack mt="md">
      <Select
        label={t`Which version`}
        searchable
        data={editions.map(({ id, programName, programYear, version }) => ({
          value: id,
          label: t`${programName}, ${programYear}, version ${version}`,
        }))}
        value={value || null}
        nothingFoundMessage={t`No version of that name`}
        onChange={(id) => onChange(id ?? "", editions.find((each) => each.id === id)?.startsOn ?? "")}
      />
    </Stack>
  );
}
