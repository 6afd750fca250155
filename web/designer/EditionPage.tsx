import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, SegmentedControl, Skeleton, Tabs } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { EditionPreview, EditionVersion, PreviewBody } from "../api/schema.gen.d.ts";
import { dayInWords } from "../i18n/format.ts";
import { programQuery } from "../programs/programs-api.ts";
import { jumpWhenThere } from "../ui/jump-to-field.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SaveIndicator } from "../ui/SaveIndicator.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { CalendarPanel } from "./CalendarPanel.tsx";
import { ChangesPanel } from "./ChangesPanel.tsx";
import { ChecksPanel } from "./ChecksPanel.tsx";
import classes from "./Designer.module.css";
import { Conflict, Restored } from "./DraftNotices.tsx";
import { DryRunPanel } from "./DryRunPanel.tsx";
import { schemaQuery, versionQuery } from "./designer-api.ts";
import { EditionActions } from "./EditionActions.tsx";
import { ExamplePanel } from "./ExamplePanel.tsx";
import { FormEditor } from "./form/FormEditor.tsx";
import { HistoryPanel } from "./HistoryPanel.tsx";
import { type NarrowSide, NarrowSwitch } from "./NarrowSwitch.tsx";
import { type Draft, useDraft, usePreview } from "./use-draft.ts";

const CodeEditor = lazy(() => import("./CodeEditor.tsx"));

/** What the editor shows: the form or the text, and which part of it. */
export interface Look {
  as?: "form" | "text" | undefined;
  part?: string | undefined;
  side?: string | undefined;
}

interface EditionPageProps {
  id: string;
  look: Look;
  onLook: (look: Look) => void;
}

/** The designer: an edition as form and text, beside it what is wrong, its dates, an example judged live, and what would change. */
export function EditionPage({ id, look, onLook }: EditionPageProps) {
  const { t } = useLingui();
  const { data: version } = useSuspenseQuery(versionQuery(id));
  const { data: program } = useSuspenseQuery(programQuery(version.program));
  const { data: schema } = useSuspenseQuery(schemaQuery);
  const draft = useDraft(version, schema);
  const [example, setExample] = useState<PreviewBody["example"]>();
  const mayPreview = version.abilities["copy"]?.allowed === true;
  const { preview } = usePreview(version.program, draft.text, example, mayPreview);
  // On a narrow screen one of the two is shown: what is written, or what is said about it.
  const [narrow, setNarrow] = useState<NarrowSide>(look.side === undefined ? "write" : "look");
  const [show, setShow] = useState<{ line: number; wish: number }>();
  const readOnly = version.abilities["change"]?.allowed !== true;
  const findings = preview?.findings ?? [];
  const blocking = findings.filter(({ severity }) => severity === "blocks").length;
  const goTo = (path: string, line: number | undefined): void => {
    setNarrow("write");
    if (look.as === "text") {
      if (line !== undefined) setShow((before) => ({ line, wish: (before?.wish ?? 0) + 1 }));
      return;
    }
    const part = path.split(/[.[]/)[0] ?? "";
    onLook({ ...look, part });
    jumpWhenThere(path);
  };
  return (
    <div data-wide>
      <PageHeader
        title={t`${program.name}, ${version.programYear}, version ${version.version}`}
        above={
          <Link to="/programs/$code" params={{ code: version.program }}>
            {program.name}
          </Link>
        }
        action={<EditionActions version={version} draft={draft} valid={preview?.valid} />}
      >
        <Group gap="sm">
          <StatusBadge face={version.face} />
          <InForce version={version} />
          {draft.state && <SaveIndicator state={draft.state} />}
        </Group>
      </PageHeader>
      <Restored draft={draft} />
      <Conflict draft={draft} />
      <NarrowSwitch shown={narrow} blocking={blocking} onShow={setNarrow} />
      <div className={classes.desk} data-narrow={narrow}>
        <div className={classes.main}>
          <Group justify="space-between" mb="sm">
            <SegmentedControl
              aria-label={t`How the edition is shown`}
              data={[
                { value: "form", label: t`Form` },
                { value: "text", label: t`Text` },
              ]}
              value={look.as ?? "form"}
              onChange={(as) => onLook({ ...look, as: as === "text" ? "text" : "form" })}
            />
            {!readOnly && (
              <Group gap="xs">
                {draft.isChanged && (
                  <Button variant="subtle" color="gray" onClick={draft.discard}>
                    <Trans>Undo my changes</Trans>
                  </Button>
                )}
                <Button
                  variant="default"
                  disabled={!draft.isChanged}
                  loading={draft.state?.kind === "saving"}
                  onClick={draft.save}
                >
                  <Trans>Save</Trans>
                </Button>
              </Group>
            )}
          </Group>
          {look.as === "text" ? (
            <Suspense fallback={<Skeleton height={480} />}>
              <CodeEditor
                draft={draft.text}
                schema={schema}
                findings={findings}
                readOnly={readOnly}
                show={show}
                onChange={(text) => draft.change({ format: draft.text.format, text })}
                onSave={draft.save}
              />
            </Suspense>
          ) : (
            <FormEditor
              schema={schema}
              draft={draft.text}
              findings={findings}
              readOnly={readOnly}
              at={look.part ?? ""}
              onAt={(part) => onLook({ ...look, part })}
              onChange={draft.change}
            />
          )}
        </div>
        <div className={classes.side}>
          <Beside
            asText={look.as === "text"}
            version={version}
            draft={draft}
            preview={preview}
            mayPreview={mayPreview}
            example={example}
            onExample={setExample}
            shown={look.side}
            onShow={(side) => onLook({ ...look, side })}
            onGoTo={goTo}
          />
        </div>
      </div>
    </div>
  );
}

interface BesideProps {
  /** Whether the text is shown, with its lines, and not the form. */
  asText: boolean;
  version: EditionVersion;
  draft: Draft;
  preview: EditionPreview | undefined;
  mayPreview: boolean;
  example: PreviewBody["example"];
  onExample: (example: PreviewBody["example"]) => void;
  shown: string | undefined;
  onShow: (side: string | undefined) => void;
  onGoTo: (path: string, line: number | undefined) => void;
}

/** What stands beside the editor. Who may not write the rules reads what changes and what happened. */
function Beside({
  asText,
  version,
  draft,
  preview,
  mayPreview,
  example,
  onExample,
  shown,
  onShow,
  onGoTo,
}: BesideProps) {
  const { t } = useLingui();
  const written = [
    {
      value: "checks",
      label: t`Checks`,
      panel: (
        <ChecksPanel
          preview={preview}
          draft={asText ? undefined : draft.text}
          onTry={version.effectiveOn === null ? () => onShow("example") : null}
          onGoTo={onGoTo}
        />
      ),
    },
    { value: "dates", label: t`Dates`, panel: <CalendarPanel rules={preview?.rules} /> },
    {
      value: "example",
      label: t`Example`,
      panel: <ExamplePanel preview={preview} example={example} onChange={onExample} />,
    },
  ];
  const changes = {
    value: "changes",
    label: t`What changes`,
    panel: <ChangesPanel version={version} isChanged={draft.isChanged} />,
  };
  const tried = {
    value: "dry-run",
    label: t`Dry run`,
    panel: <DryRunPanel version={version} isChanged={draft.isChanged} />,
  };
  const history = { value: "history", label: t`History`, panel: <HistoryPanel version={version} /> };
  const tabs = mayPreview ? [...written, changes, tried, history] : [changes, history];
  return (
    <Tabs
      value={shown ?? tabs[0]?.value ?? null}
      keepMounted={false}
      classNames={{ tab: classes.tab ?? "" }}
      onChange={(side) => onShow(side ?? undefined)}
    >
      <Tabs.List mb="sm">
        {tabs.map(({ value, label }) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, panel }) => (
        <Tabs.Panel key={value} value={value}>
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** From when to when the version is in force, or who has asked for it. */
function InForce({ version }: { version: EditionVersion }) {
  const { request } = version;
  if (request) {
    return request.by ? (
      <Trans>
        {request.by.name} asks to publish it from {dayInWords(request.effectiveOn)} on.
      </Trans>
    ) : (
      <Trans>Somebody asks to publish it from {dayInWords(request.effectiveOn)} on.</Trans>
    );
  }
  if (version.effectiveOn === null) return <Trans>Not in force; partners see nothing of it.</Trans>;
  return version.effectiveTo === null ? (
    <Trans>In force from {dayInWords(version.effectiveOn)} on.</Trans>
  ) : (
    <Trans>
      In force from {dayInWords(version.effectiveOn)} to {dayInWords(version.effectiveTo)}.
    </Trans>
  );
}
