import { useCallback, useState } from "react";
import { stored } from "./stored.ts";

/** A form's typed text that survives a reload, a closed tab and a lost session, until `clear` is called after success. */
export function useStoredDraft<T extends object>(
  key: string,
  initial: T,
): [T, (change: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(() => ({ ...initial, ...stored.read<Partial<T>>(key) }));
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const next = { ...before, ...part };
        stored.write(key, next);
        return next;
      }),
    [key],
  );
  const clear = useCallback(() => {
    stored.drop(key);
    setValue(initial);
  }, [key, initial]);
  return [value, change, clear];
}
