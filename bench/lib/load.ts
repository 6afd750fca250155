/** What a load of requests came to. Times in milliseconds. */
export interface LoadResult {
  readonly done: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** Bounds of a load: whichever comes first ends it. */
export interface LoadBounds {
  readonly workers: number;
  readonly milliseconds: number;
  readonly most: number;
}

/** The value that `share` of the numbers do not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/**
 * Lets `workers` do the same thing side by side, each beginning anew when it has ended, until a bound is reached. Nobody
 * waits between two turns: the rate is what the other side can do, and a time is what one who asks would have waited.
 */
export async function runLoad(
  bounds: LoadBounds,
  work: (worker: number, turn: number) => Promise<unknown>,
): Promise<LoadResult> {
  const times: number[] = [];
  const began = performance.now();
  let turn = 0;
  const isOver = (): boolean => turn >= bounds.most || performance.now() - began >= bounds.milliseconds;
  const workOn = async (worker: number): Promise<void> => {
    while (!isOver()) {
      const start = performance.now();
      await work(worker, turn++);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: bounds.workers }, (_, worker) => workOn(worker)));
  const seconds = (performance.now() - began) / 1000;
  return { done: times.length, perSecond: times.length / seconds, p50: median(times), p95: quantile(times, 0.95) };
}

/** The run with the middle rate of several: one that was disturbed, or lucky, counts for nothing. */
export function middleRun(runs: readonly LoadResult[]): LoadResult {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError("no run to choose from");
  return middle;
}

/** Does several things in turns, `rounds` times, so that what disturbs the machine disturbs all of them alike. */
export async function takeTurns<K extends string>(
  rounds: number,
  things: Readonly<Record<K, () => Promise<LoadResult>>>,
): Promise<Record<K, LoadResult>> {
  const names = Object.keys(things) as K[];
  const runs = new Map<K, LoadResult[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs.get(name)?.push(await things[name]());
  }
  const entries = names.map((name) => [name, middleRun(runs.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<K, LoadResult>;
}
