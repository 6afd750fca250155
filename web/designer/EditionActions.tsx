import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { EditionVersion } from "../api/schema.gen.d.ts";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { copyVersion, deleteDraft, withdrawPublication } from "./designer-api.ts";
import { PartnersGuide, PublishDialog } from "./PublishDialog.tsx";
import type { Draft } from "./use-draft.ts";

interface EditionActionsProps {
  version: EditionVersion;
  draft: Draft;
  valid: boolean | undefined;
}

/** What may be done with a version: publish it, copy it, take it away. */
export function EditionActions({ version, draft, valid }: EditionActionsProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [publishing, setPublishing] = useState(false);
  const open = (id: string): void => void navigate({ to: "/editions/$id", params: { id } });
  const copy = useMutation({
    mutationFn: (year: string | undefined) => copyVersion(version.id, year),
    onSuccess: ({ id }) => open(id),
    onError: tell,
  });
  const withdraw = useMutation({ mutationFn: () => withdrawPublication(version.id), onError: tell });
  const remove = useMutation({
    mutationFn: () => deleteDraft(version.id, version.revision),
    onSuccess: () => {
      draft.discard();
      void navigate({ to: "/programs/$code", params: { code: version.program } });
    },
    onError: tell,
  });
  const { publish, copy: mayCopy, delete: mayDelete, withdrawRequest } = version.abilities;
  const isDraft = version.effectiveOn === null;
  const nextYear = `FY${String((Number(version.programYear.slice(2)) + 1) % 100).padStart(2, "0")}`;
  const unsaved = { allowed: false, message: t`Save your changes first: what is published is what was saved.` };
  const incomplete = { allowed: false, message: t`Something is still to be corrected; it stands under Checks.` };
  // Whoever did not ask for the publication decides about it: both ways stand side by side.
  const decides = version.status === "publication_requested" && publish?.allowed === true;
  return (
    <>
      {version.effectiveOn !== null && <PartnersGuide version={version} />}
      {decides && (
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          <Trans>Decline</Trans>
        </Button>
      )}
      {isDraft ? (
        <ExplainedButton
          ability={publish?.allowed ? (draft.isChanged ? unsaved : valid === false ? incomplete : publish) : publish}
          onClick={() => setPublishing(true)}
        >
          <Trans>Publish…</Trans>
        </ExplainedButton>
      ) : (
        <ExplainedButton ability={mayCopy} loading={copy.isPending} onClick={() => copy.mutate(undefined)}>
          <Trans>Correct in a new version</Trans>
        </ExplainedButton>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" px="sm" aria-label={t`More`}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!mayCopy?.allowed} onClick={() => copy.mutate(nextYear)}>
            <Trans>Copy for {nextYear}</Trans>
          </Menu.Item>
          {withdrawRequest?.allowed && !decides && (
            <Menu.Item onClick={() => withdraw.mutate()}>
              <Trans>Take the request for publication back</Trans>
            </Menu.Item>
          )}
          {isDraft && (
            <Menu.Item color="red" disabled={!mayDelete?.allowed} onClick={() => remove.mutate()}>
              <Trans>Delete this draft</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {publishing && <PublishDialog version={version} onClose={() => setPublishing(false)} />}
    </>
  );
}

/** A refusal of a step from the menu, told where everybody sees it. */
function tell(error: Error): void {
  notifications.show({ color: "red", message: error.message });
}
