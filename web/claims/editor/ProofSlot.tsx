import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCircleCheckFilled, IconCircleDashed } from "@tabler/icons-react";
import { useState } from "react";
import type { ChecklistItem, Claim } from "../../api/types.ts";
import { UploadDrop } from "../../ui/UploadDrop.tsx";
import classes from "../Claims.module.css";
import { ProofHint } from "../hints/ClaimHint.tsx";
import { DocumentCard } from "./DocumentCard.tsx";
import { addDocument } from "./parts-api.ts";

/** One thing to prove: what it is, what is there, and where more goes. */
export function ProofSlot({ claim, slot }: { claim: Claim; slot: ChecklistItem }) {
  const { t } = useLingui();
  const [url, setUrl] = useState("");
  const documents = claim.documents.filter((document) => slot.accepts.includes(document.evidenceCode));
  const add = (part: { file: string } | { url: string }): Promise<void> =>
    addDocument(claim.id, { evidenceCode: slot.code, note: "", ...part });
  const addLink = async (): Promise<void> => {
    try {
      await add({ url });
      setUrl("");
    } catch (error) {
      notifications.show({
        color: "red",
        message: error instanceof Error ? error.message : t`The link could not be added.`,
      });
    }
  };
  return (
    <div className={classes.slot} data-field={slot.field}>
      <div className={classes.slotHead}>
        {slot.state === "present" ? (
          <IconCircleCheckFilled size={20} data-present aria-label={t`There`} />
        ) : (
          <IconCircleDashed size={20} aria-label={slot.required ? t`Missing` : t`Not needed`} />
        )}
        <div>
          <Text fw={550} component="span">
            {slot.label}
          </Text>{" "}
          <ProofHint claim={claim} slot={slot} />
          {!slot.required && (
            <Text size="sm" c="dimmed">
              <Trans>Optional</Trans>
            </Text>
          )}
        </div>
      </div>
      {documents.map((document) => (
        <DocumentCard key={document.id} claim={claim} document={document} />
      ))}
      <UploadDrop compact multiple label={slot.label} onUploaded={(file) => add({ file: file.id })}>
        {documents.length === 0 ? <Trans>Drop a file here or</Trans> : <Trans>One more file?</Trans>}
      </UploadDrop>
      {slot.allowsLink && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void addLink();
          }}
        >
          <Group mt="xs" gap="xs">
            <TextInput
              type="url"
              flex={1}
              aria-label={t`Link for: ${slot.label}`}
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={url === ""}>
              <Trans>Add the link</Trans>
            </Button>
          </Group>
        </form>
      )}
    </div>
  );
}
