import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Anchor, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconExternalLink, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { queryClient } from "../../api/query-client.ts";
import type { Claim, ProofDocument } from "../../api/types.ts";
import { useMe } from "../../identity/me.ts";
import { FileChip } from "../../ui/FileChip.tsx";
import { WithHelp } from "../../ui/HelpHint.tsx";
import { SaveIndicator } from "../../ui/SaveIndicator.tsx";
import { useAutosave } from "../../ui/use-autosave.ts";
import classes from "../Claims.module.css";
import { claimQuery, refreshClaim } from "../claims-api.ts";
import { ClaimHint } from "../hints/ClaimHint.tsx";
import { patchDocument, removePart } from "./parts-api.ts";

/** A proof document with the note that says what it shows; the note saves itself. */
export function DocumentCard({ claim, document }: { claim: Claim; document: ProofDocument }) {
  const { t } = useLingui();
  const me = useMe();
  const index = claim.documents.findIndex(({ id }) => id === document.id);
  const name = document.file?.name ?? document.url ?? "";
  const load = async (): Promise<ProofDocument> => {
    const fresh = await queryClient.fetchQuery({ ...claimQuery(claim.id), staleTime: 0 });
    return fresh.documents.find(({ id }) => id === document.id) ?? document;
  };
  const { values, saver, state, refused } = useAutosave<ProofDocument, { note: string }>({
    storageKey: `${me.id}.document.${document.id}`,
    resource: document,
    fields: ({ note }) => ({ note }),
    save: ({ note }) => patchDocument(claim.id, document, note ?? ""),
    load,
    onSaved: () => void refreshClaim(claim.id),
  });
  const remove = useMutation({
    mutationFn: () => removePart(claim.id, "documents", document.id),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  return (
    <div className={classes.document} data-field={`documents[${index}]`}>
      <div style={{ minWidth: 0 }}>
        {document.file ? (
          <FileChip file={document.file} />
        ) : (
          <Anchor href={document.url ?? ""} target="_blank" rel="noreferrer noopener">
            {document.url} <IconExternalLink size={14} aria-label={t`opens in a new window`} />
          </Anchor>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t`Remove ${name}`}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <IconTrash size={17} />
      </ActionIcon>
      <div className={classes.wide}>
        <WithHelp help={<ClaimHint claim={claim} topic="note" />}>
          <Textarea
            label={t`What it shows`}
            placeholder={t`For example: the ad as seen on 2 October, with both logos`}
            autosize
            minRows={1}
            maxLength={2000}
            value={values.note}
            error={refused.get("note")}
            onChange={(event) => saver.set({ note: event.currentTarget.value })}
            data-field={`documents[${index}].note`}
          />
        </WithHelp>
      </div>
      {state.kind !== "saved" && <SaveIndicator state={state} />}
    </div>
  );
}
