/** Lets work through a few at a time, in order of arrival. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Makes a turnstile for `places` at a time. Passwords are checked behind one: each check costs memory and a core, and
 * failures must be counted before the next tries of a burst are let in.
 */
export function createTurnstile(places: number): Turnstile {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    // The place of the one who leaves is handed over, so that nobody who comes later slips in between.
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
