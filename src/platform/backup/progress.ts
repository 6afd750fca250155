const EVERY_MS = 3000;

/** Tells the person who waits how far something has come, in a line every few seconds. */
export interface Progress {
  /** `amount` more is done. */
  readonly add: (amount: number) => void;
}

/** How long something took, for people. */
export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** A count of bytes for people. */
export function bytesInWords(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** Progress towards a number that is known. */
export function progress(say: (line: string) => void, what: string, total: number): Progress {
  let done = 0;
  let spoken = performance.now();
  return {
    add: (amount) => {
      done += amount;
      const now = performance.now();
      if (now - spoken < EVERY_MS || done >= total) return;
      spoken = now;
      say(`  ${what}: ${done} of ${total} (${Math.floor((100 * done) / total)} %)`);
    },
  };
}
