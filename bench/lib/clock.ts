/**
 * Loaded before the program (`node --import`): makes it believe that it was started at the moment in BENCH_NOW, and lets time go on
 * from there. The windows of the worlds that benchmarks build are open then, whenever they run.
 */
const real = globalThis.Date;
const shift = real.parse(process.env["BENCH_NOW"] ?? "") - real.now();

if (!Number.isNaN(shift)) {
  globalThis.Date = class extends real {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(real.now() + shift);
      else super(...given);
    }

    static override now(): number {
      return real.now() + shift;
    }
  } as DateConstructor;
}
