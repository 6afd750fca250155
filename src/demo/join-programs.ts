import { acceptInvitation, declineInvitation, inviteLocations, judgeAgain, recordFact } from "../enrollments/index.ts";
import { addDays, type Command, type IsoDate, SYSTEM_ACTOR, startOfDay } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import {
  type EditionDocument,
  editionForYear,
  importEdition,
  type Program,
  programByCode,
  programYearOf,
  publishEdition,
} from "../programs/index.ts";
import type { LocationKey } from "./demo-locations.ts";
import { type DemoCalendar, momentAgo } from "./demo-times.ts";
import type { DemoCast } from "./make-people.ts";

type Requirements = NonNullable<NonNullable<EditionDocument["enrollment"]>["requirements"]>;

const AGREEMENT: Requirements["of"][number] = {
  kind: "requirement",
  code: "agreement-signed",
  name: "Partner agreement signed",
  remedy: "Sign the agreement in its present version in the partner portal.",
  check: { kind: "agreement", fact: "partner-agreement", versions: ["2026"] },
};
const held = (code: string, name: string): Extract<Requirements["of"][number], { kind: "requirement" }> => ({
  kind: "requirement",
  code,
  name,
  remedy: "Let two people pass the exam; the result is recorded within a week.",
  check: { kind: "held", fact: code },
});

/** By invitation: a signed agreement, one of two competencies, and revenue. */
const GROWTH: Requirements = {
  rule: "all-of",
  of: [
    AGREEMENT,
    {
      kind: "group",
      name: "Competencies",
      rule: "any-of",
      of: [held("cloud-competency", "Cloud competency"), held("data-competency", "Data competency")],
    },
    {
      kind: "requirement",
      code: "revenue",
      name: "Revenue of the last year of at least 25,000",
      check: { kind: "at-least", fact: "yearly-revenue", least: "25000" },
    },
  ],
};

/** What the two programs are made from, and where they are played. */
interface Stage {
  readonly document: EditionDocument;
  readonly calendar: DemoCalendar;
  readonly cast: DemoCast;
}

/**
 * Two programs of the present year that one may join: one by invitation, with locations invited, declined, waiting for payout data
 * and no longer eligible; one that is open, where the signed agreement is all that is asked for.
 */
export async function joinPrograms(tx: Tx, stage: Stage): Promise<void> {
  const growth = await publish(tx, stage, {
    program: "growth",
    programName: "Growth rewards",
    openEnrollment: false,
    enrollment: { invitationDays: 30, requirements: GROWTH },
  });
  await publish(tx, stage, {
    program: "community",
    programName: "Community events",
    openEnrollment: true,
    enrollment: { requirements: { rule: "all-of", of: [AGREEMENT] } },
  });
  await recordFacts(tx, stage);
  await playInvitations(tx, stage, growth);
}

/** So many days ago, and never before the present program year. */
function since({ zone, now, today }: DemoCalendar, days: number, seed: number): Date {
  const first = startOfDay(zone, `20${Number(programYearOf(today).code.slice(2)) - 1}-07-01`);
  return new Date(Math.max(momentAgo(now, days, seed).getTime(), Math.min(first.getTime(), now.getTime())));
}

async function publish(tx: Tx, { document, calendar }: Stage, own: Partial<EditionDocument>): Promise<Program> {
  const { code } = programYearOf(calendar.today);
  const edition: EditionDocument = { ...editionForYear(document, code), ...own };
  const command = { actor: SYSTEM_ACTOR, now: momentAgo(calendar.now, 70, 1) };
  await publishEdition(tx, command, (await importEdition(tx, command, edition)).id);
  const program = await programByCode(tx, edition.program);
  if (!program) throw new Error(`importing ${edition.program} made no program`);
  return program;
}

const COMPLETE: readonly LocationKey[] = ["boston", "denver", "munich", "hamburg", "bristol"];

/** What is known of the locations: Boston's competency ran out a few days ago. */
async function recordFacts(tx: Tx, { calendar, cast }: Stage): Promise<void> {
  const { now, today } = calendar;
  const command: Command = { actor: cast.actors.priya, now: momentAgo(now, 60, 3) };
  const validFrom: IsoDate = addDays(today, -300);
  for (const key of COMPLETE) {
    const facts = [
      { code: "partner-agreement", value: "2026", source: "Partner portal, signed copy" },
      { code: "cloud-competency", value: null, source: "Certification system" },
      { code: "yearly-revenue", value: key === "denver" ? "61400" : "38250", source: "Finance, last year" },
    ];
    for (const { code, value, source } of facts) {
      const ended = key === "boston" && code === "cloud-competency";
      const fact = {
        code,
        value,
        validFrom,
        validTo: ended ? addDays(today, -3) : null,
        of: "location",
        source,
      } as const;
      await recordFact(tx, command, cast.locations[key].id, () => fact);
    }
  }
}

async function playInvitations(tx: Tx, { calendar, cast }: Stage, program: Program): Promise<void> {
  const { priya, jonas, gwen } = cast.actors;
  const sent = await inviteLocations(
    tx,
    { actor: priya, now: since(calendar, 12, 5) },
    program.id,
    COMPLETE.map((key) => cast.locations[key].id),
  );
  const of = (key: LocationKey): string => {
    const id = sent.find(({ locationId }) => locationId === cast.locations[key].id)?.enrollmentId;
    if (!id) throw new Error(`${key} was not invited`);
    return id;
  };
  await acceptInvitation(tx, { actor: jonas, now: since(calendar, 9, 7) }, of("hamburg"));
  const reason = "We do no marketing of our own before the summer.";
  await declineInvitation(tx, { actor: gwen, now: since(calendar, 8, 2) }, of("bristol"), () => ({ reason }));
  const boston = sent.find(({ locationId }) => locationId === cast.locations.boston.id);
  if (boston?.enrollmentId) await judgeAgain(tx, boston.enrollmentId, since(calendar, 0.5, 1));
}
