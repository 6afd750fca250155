import { ApiProblem, Offline, parse } from "./problem.ts";
import { signedInAgain } from "./session-gate.ts";
import type { FileRef } from "./types.ts";
import { randomUuid } from "./uuid.ts";

/** Sends a file and tells how far it is (0 to 1). `fetch` cannot report progress, hence XMLHttpRequest. */
export async function uploadFile(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<FileRef> {
  const key = randomUuid();
  for (;;) {
    const answer = await sendOnce(file, key, onProgress, signal);
    if (answer.status === 401) {
      await signedInAgain();
      continue;
    }
    if (answer.status >= 300) throw new ApiProblem(answer.status, parse(answer.text));
    const { id, mediaType, size } = JSON.parse(answer.text) as FileRef;
    return { id, mediaType, size, name: file.name };
  }
}

function sendOnce(
  file: File,
  key: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", "/api/v1/files");
    call.setRequestHeader("idempotency-key", key);
    call.setRequestHeader("accept", "application/json");
    call.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    call.addEventListener("load", () => resolve({ status: call.status, text: call.responseText }));
    call.addEventListener("error", () => reject(new Offline(undefined)));
    call.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    signal.addEventListener("abort", () => call.abort());
    const form = new FormData();
    form.append("file", file);
    call.send(form);
  });
}

/** The address under which a file's content is read. */
export const fileUrl = (id: string): string => `/api/v1/files/${encodeURIComponent(id)}/content`;
