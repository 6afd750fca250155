const PREFIX = "fundproof.typed.";

/** What this browser keeps of typed text, so that neither a lost session nor a lost connection loses it. */
export const stored = {
  read<T>(key: string): T | undefined {
    try {
      const text = localStorage.getItem(PREFIX + key);
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  },
  write(key: string, value: unknown): void {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(value));
    } catch {
      // A full or closed storage only takes away the second net; the page itself still holds the text.
    }
  },
  drop(key: string): void {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // As above.
    }
  },
  /** Forgets all typed text of this browser: at sign-out, on a shared machine. */
  dropAll(): void {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};
