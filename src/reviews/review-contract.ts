import { z } from "zod";
import { ClaimResource } from "../claims/index.ts";
import { PlanResource } from "../plans/index.ts";
import {
  AbilitiesWire,
  DateWire,
  FaceWire,
  FindingWire,
  idIn,
  idWire,
  listOf,
  listQuery,
  MoneyWire,
  TimeWire,
} from "../platform/http/index.ts";

/** GET /reviews */
export const ReviewListQuery = listQuery(["dueAt", "amount"], {
  assignee: z.string().max(60).optional().describe("Id of a person, `me` or `none`"),
  kind: z.enum(["claim", "plan"]).optional(),
  overdue: z.enum(["true", "false"]).optional(),
  program: z.string().max(80).optional(),
  status: z.enum(["submitted", "under_review"]).optional(),
  q: z.string().max(200).optional().describe("Part of the number, the name or the partner"),
});
export type ReviewListQuery = z.output<typeof ReviewListQuery>;

/** Something a reviewer should look at twice. Never another partner's data: codes and words only. */
export const RiskWire = z
  .object({ code: z.string(), level: z.enum(["info", "warn", "high"]), message: z.string() })
  .meta({ id: "RiskSignal" });

/** A row of the review queue. */
export const ReviewListItem = z
  .object({
    id: idWire("review"),
    version: z.number().int(),
    kind: z.enum(["claim", "plan"]),
    subject: z.object({
      type: z.enum(["claim", "plan"]),
      id: z.string().describe("Id of the claim or plan"),
      number: z.string(),
      name: z.string(),
      status: z.string(),
    }),
    face: FaceWire,
    partner: z.object({ id: idWire("organisation"), name: z.string() }),
    location: z.object({ id: idWire("location"), name: z.string() }),
    program: z.string(),
    amount: MoneyWire,
    assignee: z.object({ id: idWire("person"), name: z.string() }).nullable(),
    submittedAt: TimeWire,
    dueAt: TimeWire.nullable(),
    dueOn: DateWire.nullable(),
    overdue: z.boolean(),
    risk: z.array(RiskWire),
  })
  .meta({ id: "ReviewListItem" });
export type ReviewListItem = z.input<typeof ReviewListItem>;

/** A page of the queue. */
export const ReviewList = listOf(ReviewListItem).meta({ id: "ReviewList" });

/** One review: the row, its claim or plan, the judgement and the reasons to choose from. */
export const ReviewResource = ReviewListItem.extend({
  claim: ClaimResource.nullable().describe("Null when the review is of a plan"),
  plan: PlanResource.nullable().describe("Null when the review is of a claim"),
  findings: z.array(FindingWire),
  reasonCodes: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      whatToDo: z.string(),
      usedFor: z.array(z.enum(["action", "reject", "cut", "adjust"])),
    }),
  ),
  next: idWire("review").nullable().describe("What to decide after this one"),
  abilities: AbilitiesWire,
}).meta({ id: "Review" });
export type ReviewResource = z.input<typeof ReviewResource>;

/** POST /reviews/{id}/assignment: to oneself, to a colleague, or to nobody (a plan is never without its reviewer). */
export const AssignmentBody = z
  .strictObject({ assignee: z.union([z.literal("me"), z.null(), idIn("person")]).default("me") })
  .meta({ id: "Assignment" });
export type AssignmentBody = z.output<typeof AssignmentBody>;
