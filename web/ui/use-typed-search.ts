import { useDebouncedCallback } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Nobody waits for the list at each letter; a moment after the last one it is narrowed. */
const PAUSE_MS = 300;

/** The text of a search field and what to do when it is typed in. */
export interface TypedSearch {
  readonly typed: string;
  readonly type: (text: string) => void;
  /** Searches at once, without the pause. */
  readonly flush: () => void;
}

/**
 * Typed text that narrows a list a moment after the last letter. Whoever leaves the page within that moment has left it: the
 * search that still waits is forgotten, so that it cannot lead back. A text that comes from elsewhere (the back button, a
 * saved view) is shown.
 */
export function useTypedSearch(q: string | undefined, search: (q: string) => void): TypedSearch {
  const router = useRouter();
  const [typed, setTyped] = useState(q ?? "");
  const [sent, setSent] = useState<string>();
  const [seen, setSeen] = useState(q);
  if (q !== seen) {
    setSeen(q);
    setSent(undefined);
    if (sent !== (q ?? "")) setTyped(q ?? "");
  }
  const later = useDebouncedCallback((text: string) => {
    setSent(text);
    search(text);
  }, PAUSE_MS);
  const { cancel } = later;
  useEffect(
    () => router.subscribe("onBeforeNavigate", ({ pathChanged }) => (pathChanged ? cancel() : undefined)),
    [router, cancel],
  );
  const type = (text: string): void => {
    setTyped(text);
    later(text);
  };
  return { typed, type, flush: later.flush };
}
