const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((at(to) - at(from)) / DAY);
}

/**
 * Business days from one date to a later one, counting neither weekends nor the first day. Holidays are the server's
 * knowledge (they are in the deadline already); this count only says how near it is.
 */
export function businessDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let time = at(from) + DAY; time <= at(to); time += DAY) {
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}
