import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Skeleton, Text } from "@mantine/core";
import type { EditionPreview } from "../api/schema.gen.d.ts";
import { FindingsList } from "../ui/FindingsList.tsx";
import type { DraftText } from "./designer-api.ts";
import { pathOf, readDraft } from "./form/edit-text.ts";
import { placeName } from "./form/names.ts";

interface ChecksPanelProps {
  preview: EditionPreview | undefined;
  /** Null where there is nothing to publish: it is published already. */
  onTry: (() => void) | null;
  /** The text that was checked, whose parts are named; undefined where its lines are shown. */
  draft: DraftText | undefined;
  onGoTo: (path: string, line: number | undefined) => void;
}

/** What is wrong with the text as it is written now; each point leads to its place. */
export function ChecksPanel({ preview, onTry, draft, onGoTo }: ChecksPanelProps) {
  const { t } = useLingui();
  if (!preview) return <Skeleton height={120} />;
  const document = draft && readDraft(draft);
  const lines = new Map(preview.findings.map(({ path, line }) => [path, line]));
  return (
    <>
      <FindingsList
        complete={onTry ? t`Nothing stands in the way of publishing it.` : t`Published, and the checks find nothing.`}
        findings={preview.findings.map(({ path, code, message, words, severity, found, allowed }) => ({
          rule: code,
          severity,
          field: path,
          found,
          allowed,
          source: "",
          remedy: message,
          ...(words ? { words } : {}),
        }))}
        placeOf={(field) => {
          if (draft) return placeName(document, pathOf(field));
          const line = lines.get(field);
          return line === undefined ? field : t`Line ${line}: ${field}`;
        }}
        onJump={(field) => onGoTo(field, lines.get(field))}
      />
      {preview.valid && onTry && (
        <Text size="sm" mt="sm">
          <Trans>
            Next: change what is different with you, see what a partner would get in an{" "}
            <Anchor component="button" type="button" size="sm" onClick={onTry}>
              example
            </Anchor>
            , save, and publish. A published version can still be corrected by a new one.
          </Trans>
        </Text>
      )}
      {!preview.valid && (
        <p>
          <Trans>A draft may be saved as it is. It can be published when nothing is missing any more.</Trans>
        </p>
      )}
    </>
  );
}
