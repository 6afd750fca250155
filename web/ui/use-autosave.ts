import { useEffect, useState, useSyncExternalStore } from "react";
import type { Fields } from "./autosave.ts";
import { Autosaver, type KeptText, type SavePorts } from "./autosaver.ts";
import { stored } from "./stored.ts";

/** Every form on the screen that saves itself. */
const open = new Set<() => Promise<void>>();

/** Saves what is unsaved in any form of the page; resolves when that has ended, well or not. */
export async function saveOpenForms(): Promise<void> {
  await Promise.all([...open].map((flush) => flush()));
}

interface AutosaveOptions<R extends { version: number }, F extends Fields> extends Omit<SavePorts<R, F>, "keep"> {
  /** Where unsaved text is kept in this browser; unique per person and resource. */
  storageKey: string;
  resource: R;
}

/** A form that saves itself; see {@link Autosaver}. */
export function useAutosave<R extends { version: number }, F extends Fields>({
  storageKey,
  resource,
  ...rest
}: AutosaveOptions<R, F>) {
  const keep = (kept: KeptText<F> | undefined): void =>
    kept ? stored.write(storageKey, kept) : stored.drop(storageKey);
  const ports: SavePorts<R, F> = { ...rest, keep };
  const [saver] = useState(() => new Autosaver<R, F>(ports, resource, stored.read<KeptText<F>>(storageKey)));
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot);

  useEffect(() => saver.connect(ports));
  useEffect(() => saver.rebase(resource), [saver, resource]);
  useEffect(() => {
    const now = (): void => void saver.flush();
    window.addEventListener("online", now);
    document.addEventListener("visibilitychange", now);
    now();
    open.add(saver.flush);
    return () => {
      open.delete(saver.flush);
      window.removeEventListener("online", now);
      document.removeEventListener("visibilitychange", now);
      // Leaving the page inside the application: what is unsaved goes out now, and is kept in the browser in any case.
      now();
    };
  }, [saver]);

  return { ...snapshot, values: { ...rest.fields(resource), ...snapshot.unsaved } as F, saver };
}
