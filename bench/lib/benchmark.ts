import type { Figure } from "./figures.ts";
import type { Place } from "./place.ts";

/** One file of bench/: what it measures, and how. */
export interface Benchmark {
  readonly title: string;
  run(place: Place): Promise<Figure[]>;
}
