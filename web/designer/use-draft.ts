import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isStatus, Offline } from "../api/problem.ts";
import { queryClient } from "../api/query-client.ts";
import type { EditionPreview, EditionVersion, PreviewBody } from "../api/schema.gen.d.ts";
import type { SaveState } from "../ui/autosaver.ts";
import { stored } from "../ui/stored.ts";
import { type DraftText, previewDraft, saveDraft, versionQuery } from "./designer-api.ts";
import { asYaml } from "./form/edit-text.ts";
import { inOrder, type Schema } from "./form/schema.ts";

/** Text that was typed and not saved, with the revision it is based on. */
interface Typed extends DraftText {
  revision: number;
  /** When it was typed; absent in what an earlier release kept. */
  at?: string;
}

/** The draft as it is being written. */
export interface Draft {
  text: DraftText;
  isChanged: boolean;
  state: SaveState | undefined;
  /** Somebody saved a newer revision meanwhile: theirs, until the person has chosen. */
  conflict: EditionVersion | undefined;
  /** What was found in this browser when the page opened: typed earlier and never saved. */
  restored: { at: string | undefined } | undefined;
  /** Stops saying so; the text stays. */
  acknowledge: () => void;
  change: (text: DraftText) => void;
  save: () => void;
  /** Takes the saved text in place of the typed one. */
  discard: () => void;
  /** Saves the typed text over the newer revision. */
  overwrite: () => void;
}

/** The text of a version as it was written; a document without a text of its own is shown as YAML. */
export function textOf(version: EditionVersion, schema: Schema): DraftText {
  return version.source ?? asYaml(inOrder(schema, schema, version.document));
}

/**
 * The text of a draft, kept in this browser at each key and saved when the person says so: a program manager saves a thought,
 * not a letter, and each save is in the history. What another person saved meanwhile is never overwritten unseen.
 */
export function useDraft(version: EditionVersion, schema: Schema): Draft {
  const key = `edition.${version.id}`;
  const saved = useMemo(() => textOf(version, schema), [version, schema]);
  const [typed, setTyped] = useState(() => leftOver(key, version, saved));
  const [restored, setRestored] = useState(typed && { at: typed.at });
  const [conflict, setConflict] = useState<EditionVersion>();
  const [savedAt, setSavedAt] = useState<Date>();
  const forget = (): void => {
    stored.drop(key);
    setTyped(undefined);
    setConflict(undefined);
    setRestored(undefined);
  };
  const saving = useMutation({
    mutationFn: ({ text, revision }: { text: DraftText; revision: number }) => saveDraft(version.id, revision, text),
    onSuccess: (_saved, { text }) => {
      setSavedAt(new Date());
      setRestored(undefined);
      // What was typed while it was on its way is not saved yet.
      setTyped((now) => {
        if (now && now.text !== text.text) return { ...now, revision: _saved.revision };
        stored.drop(key);
        return undefined;
      });
    },
    onError: (error) => {
      if (isStatus(error, 412)) void queryClient.fetchQuery(versionQuery(version.id)).then(setConflict);
    },
  });
  const text = typed ?? saved;
  return {
    text,
    isChanged: typed !== undefined && typed.text !== saved.text,
    state: stateOf(saving.isPending, saving.error, conflict !== undefined, savedAt),
    conflict,
    restored,
    acknowledge: () => setRestored(undefined),
    change: (next) => {
      const kept = { ...next, revision: typed?.revision ?? version.revision, at: new Date().toISOString() };
      stored.write(key, kept);
      setTyped(kept);
    },
    save: () => {
      if (typed) saving.mutate({ text: { format: typed.format, text: typed.text }, revision: typed.revision });
    },
    discard: forget,
    overwrite: () => {
      if (typed && conflict)
        saving.mutate({ text: { format: typed.format, text: typed.text }, revision: conflict.revision });
      setConflict(undefined);
    },
  };
}

/** What was typed and not saved, as long as it can still be saved and is not what was saved. */
function leftOver(key: string, version: EditionVersion, saved: DraftText): Typed | undefined {
  const typed = stored.read<Typed>(key);
  if (!typed) return undefined;
  if (typed.text !== saved.text && version.abilities["change"]?.allowed === true) return typed;
  stored.drop(key);
  return undefined;
}

function stateOf(
  isPending: boolean,
  error: Error | null,
  isConflict: boolean,
  at: Date | undefined,
): SaveState | undefined {
  if (isPending) return { kind: "saving" };
  if (isConflict) return { kind: "conflict" };
  if (error instanceof Offline) return { kind: "offline" };
  if (error && !isStatus(error, 412)) return { kind: "refused", message: error.message };
  return at && { kind: "saved", at };
}

/** What the text would mean; of a moment ago while it is asked anew. */
export function usePreview(
  program: string,
  text: DraftText,
  example: PreviewBody["example"],
  enabled: boolean,
): { preview: EditionPreview | undefined; error: Error | null } {
  // Asked at a pause of typing, not at each key.
  const [settled] = useDebouncedValue(text, 350);
  const [judged] = useDebouncedValue(example, 350);
  const body: PreviewBody = { format: settled.format, text: settled.text, ...(judged ? { example: judged } : {}) };
  const { data, error } = useQuery({
    enabled,
    queryKey: ["edition-preview", program, body],
    queryFn: ({ signal }) => previewDraft(program, body, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { preview: data, error };
}
