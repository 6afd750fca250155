import { dateIn } from "../../kernel/index.ts";
import { serviceDeadline } from "../deadline.ts";
import type { ServiceLevel } from "../edition-schema.ts";
import type { ProgramCalendar } from "../parts/calendar-schema.ts";
import type { CountedDay } from "./statements.ts";

/** From when and for whom promises are counted in a guide. */
export interface GuideClock {
  readonly now: Date;
  /** Zone of the edition: its days begin and end there. */
  readonly zone: string;
  /** Market whose business days count; `XX` for none. */
  readonly market: string;
  /** What the edition changes about business days. */
  readonly calendar?: ProgramCalendar | undefined;
}

/** A promise of the edition with the day it would fall on, if the event it follows were today. */
export function promise(level: ServiceLevel, clock: GuideClock): { level: ServiceLevel; counted: CountedDay } {
  const { dueOn, warning } = serviceDeadline(level, { ...clock, from: clock.now });
  const from = dateIn(clock.zone, clock.now);
  return { level, counted: { from, dueOn, ...(warning === undefined ? {} : { warning }) } };
}
