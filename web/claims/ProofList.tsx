import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ChecklistItem, Claim } from "../api/types.ts";
import { codeInWords } from "../programs/programs-api.ts";
import { FileChip } from "../ui/FileChip.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Claims.module.css";

/** The proof documents of a claim, to read. */
export function ProofList({ claim, checklist }: { claim: Claim; checklist: readonly ChecklistItem[] }) {
  const { t } = useLingui();
  const labels = new Map(checklist.flatMap((item) => item.accepts.map((code) => [code, item.label] as const)));
  return (
    <Section title={t`Proof`}>
      {claim.documents.length === 0 && (
        <Text c="dimmed">
          <Trans>No documents besides the invoices.</Trans>
        </Text>
      )}
      {claim.documents.map((document) => (
        <div key={document.id} className={classes.slot}>
          <Text fw={550} size="sm">
            {labels.get(document.evidenceCode) ?? codeInWords(document.evidenceCode)}
          </Text>
          <Text size="sm" mb={6}>
            {document.note || "–"}
          </Text>
          {document.file ? (
            <FileChip file={document.file} />
          ) : (
            <Anchor href={document.url ?? ""} target="_blank" rel="noreferrer noopener">
              {document.url} <IconExternalLink size={14} aria-label={t`opens in a new window`} />
            </Anchor>
          )}
        </div>
      ))}
    </Section>
  );
}
