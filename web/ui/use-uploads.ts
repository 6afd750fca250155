import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { isStatus, Offline } from "../api/problem.ts";
import type { FileRef } from "../api/types.ts";
import { uploadFile } from "../api/upload.ts";
import { sizeInWords } from "../i18n/format.ts";

/** One file on its way. `part` is 0 to 1. */
export interface Upload {
  id: number;
  file: File;
  part: number;
  error?: string;
}

/** Sends files one beside the other, with progress, words for each failure, and another try. */
export function useUploads(onUploaded: (file: FileRef) => void | Promise<void>) {
  const { t } = useLingui();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const count = useRef(0);
  const patch = (id: number, change: Partial<Upload>): void =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const dismiss = (id: number): void => setUploads((all) => all.filter((one) => one.id !== id));

  const inWords = (file: File, error: unknown): string => {
    if (error instanceof Offline) return t`The connection was lost. The file is not there yet.`;
    if (isStatus(error, 413))
      return t`This file has ${sizeInWords(file.size)}, which is more than the server takes. Please send a smaller one.`;
    return error instanceof Error ? error.message : t`The file could not be sent.`;
  };

  const start = async (upload: Upload): Promise<void> => {
    try {
      if (upload.file.size === 0) return patch(upload.id, { error: t`This file is empty. Please choose another one.` });
      const sent = await uploadFile(upload.file, (part) => patch(upload.id, { part }), new AbortController().signal);
      await onUploaded(sent);
      dismiss(upload.id);
    } catch (error) {
      patch(upload.id, { error: inWords(upload.file, error) });
    }
  };

  const add = (file: File): void => {
    count.current += 1;
    const upload = { id: count.current, file, part: 0 };
    setUploads((all) => [...all, upload]);
    void start(upload);
  };

  const retry = (id: number): void => {
    const upload = uploads.find((one) => one.id === id);
    if (!upload) return;
    const { error: _, ...again } = { ...upload, part: 0 };
    setUploads((all) => all.map((one) => (one.id === id ? again : one)));
    void start(again);
  };

  return { uploads, add, retry, dismiss };
}
