import { z } from "zod";
import { PARTNER_ROLES, VENDOR_ROLES } from "../../kernel/index.ts";
import { DateWire, idWire } from "../../platform/http/index.ts";
import { ClaimingWindow, REASON_USES } from "../edition-schema.ts";
import { ActivityGuide } from "./activity-contract.ts";
import {
  ClaimStatement,
  DateStatement,
  GuideDeadline,
  KeepingStatement,
  MoneyStatement,
  PlanStatement,
  ProgramStatement,
  StepStatement,
} from "./statements.ts";

const JudgingEdition = z.object({ programYear: z.string(), version: z.number().int() });

/** A window with the editions that judge it. */
export const GuideWindow = ClaimingWindow.extend({
  judgedBy: JudgingEdition.describe(
    "Windows, evidence, caps, reason codes and service levels are judged by this edition",
  ),
  earningJudgedBy: JudgingEdition.nullable().describe(
    "Split and threshold are judged by this edition; null while it is not published",
  ),
}).meta({ id: "GuideWindow" });

/** How a program works, generated from one edition. Codes and facts; sentences are made by whoever shows them. */
export const GuideResource = z
  .object({
    program: z.string(),
    programName: z.string(),
    edition: JudgingEdition.extend({ id: idWire("edition"), startsOn: DateWire, endsOn: DateWire }),
    vendorGuide: z
      .object({ title: z.string(), url: z.string() })
      .nullable()
      .describe("The vendor's own guide, where the edition names one"),
    on: DateWire.describe("The day the guide is for"),
    today: DateWire.describe("The date it is in the program's zone"),
    timeZone: z.string(),
    market: z.string().describe("Market whose business days the counted promises use"),
    aboutProgram: z.array(ProgramStatement),
    aboutPlans: z.array(PlanStatement),
    aboutMoney: z.array(MoneyStatement),
    aboutDates: z.array(DateStatement),
    aboutClaims: z.array(ClaimStatement),
    steps: z.array(StepStatement),
    keeping: z.array(KeepingStatement),
    windows: z.array(GuideWindow).describe("Of this edition, and of others as far as they are still under way"),
    deadlines: z.array(GuideDeadline).describe("Days of these windows still to come, the nearest first"),
    activities: z.array(ActivityGuide),
    neverPaid: z.array(z.object({ code: z.string(), meaning: z.string() })),
    reasons: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        whatToDo: z.string(),
        usedFor: z.array(z.enum(REASON_USES)),
      }),
    ),
  })
  .meta({ id: "ProgramGuide" });

/** `?on=DATE`, and the market whose business days count. */
export const guideQuery = z.strictObject({
  on: DateWire.optional(),
  market: z
    .string()
    .regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$/, "Name a market by its country, such as US or DE-BY; XX for none.")
    .default("XX"),
});

/** Whom to ask about a program: people of the reader's own organisation by name, the other side as roles. */
export const ContactList = z.object({
  items: z.array(
    z
      .object({
        side: z.enum(["vendor", "partner"]),
        role: z.enum([...PARTNER_ROLES, ...VENDOR_ROLES]),
        people: z
          .array(z.object({ name: z.string(), location: z.string().nullable().describe("Null for all locations") }))
          .describe("Those the reader may know; empty where only the role is told"),
      })
      .meta({ id: "Contact" }),
  ),
});

/** How a program works. */
export type ProgramGuide = z.input<typeof GuideResource>;
