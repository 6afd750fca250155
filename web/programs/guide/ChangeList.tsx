import { Trans, useLingui } from "@lingui/react/macro";
import { Accordion, Badge, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ProgramChanges, ProgramGuide } from "../../api/schema.gen.d.ts";
import { dayInWords } from "../../i18n/format.ts";
import { inWords } from "../../i18n/server-words.ts";
import { Section } from "../../ui/Section.tsx";
import classes from "./Guide.module.css";
import { changesQuery } from "./guide-api.ts";

type Versions = ProgramChanges["items"];

/** What changed with the version that the guide tells of and with those before it, newest first; none while it is read. */
export function useChangesUpTo(code: string, { programYear, version }: ProgramGuide["edition"]): Versions {
  const { data } = useQuery(changesQuery(code));
  const items = data?.items ?? [];
  const at = items.findIndex(({ to }) => to.programYear === programYear && to.version === version);
  return at === -1 ? [] : items.slice(at);
}

/** What changed for partners with this version and those before it; nothing where nothing did. */
export function ChangeSection({ title, versions }: { title: string; versions: Versions }) {
  if (versions.length === 0) return null;
  return (
    <Section id="changes" title={title} hint={<Trans>What is under way keeps the rules it began under.</Trans>}>
      <ChangeList versions={versions} />
    </Section>
  );
}

/** What changed for partners, version by version; the newest is open. */
function ChangeList({ versions }: { versions: Versions }) {
  const { t } = useLingui();
  const effects = { better: t`better for you`, worse: t`worse for you`, neutral: t`other` };
  const colours = { better: "teal", worse: "orange", neutral: "gray" };
  return (
    <Accordion variant="contained" multiple defaultValue={versions.slice(0, 1).map(({ to }) => to.id)}>
      {versions.map(({ to, changes }) => (
        <Accordion.Item key={to.id} value={to.id}>
          <Accordion.Control>
            <Trans>
              {to.programYear}, version {to.version}
            </Trans>
            {to.effectiveOn && (
              <Text size="sm" c="dimmed">
                <Trans>in force from {dayInWords(to.effectiveOn)} on</Trans>
              </Text>
            )}
          </Accordion.Control>
          <Accordion.Panel>
            <ul className={classes.changes}>
              {changes.map((change) => (
                <li key={`${change.code} ${change.at.before} ${change.at.after}`}>
                  {inWords(change.words, change.text)}{" "}
                  <Badge variant="light" color={colours[change.effect]} size="sm" radius="sm">
                    {effects[change.effect]}
                  </Badge>
                </li>
              ))}
            </ul>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
