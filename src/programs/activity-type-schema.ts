import { z } from "zod";
import { Amount, Code, Expression, Label } from "./edition-values.ts";
import { CapShape, ProgramClass } from "./parts/cap-schema.ts";
import { DueAfterActivityShape } from "./parts/claim-rules-schema.ts";
import { EvidenceSlot, MetricShape } from "./parts/evidence-schema.ts";

/** A kind of work that may be claimed, with what proves it and what it may cost. */
export const ActivityTypeShape = z
  .strictObject({
    category: Code.describe("Category in which people find it"),
    code: Code,
    name: Label,
    coreRequirements: z.array(Code).describe("What the evidence itself must show; judged by the reviewer"),
    evidence: z.array(EvidenceSlot).describe("What must be proved: one entry for each kind of proof"),
    metrics: z.array(MetricShape).describe("Figures that the partner enters, such as visitors or leads"),
    eligibleExpenses: z.array(Code).min(1).describe("Expense types that are reimbursed; a line of another type is cut"),
    caps: z.array(CapShape).describe("Limits on what is paid for it; all of them hold"),
    requiresPreApproval: z.boolean().describe("Whether the vendor must have agreed before the work began"),
    preApprovalAbove: Amount.optional().describe(
      "A claim above this amount needs a pre-approval whatever the type says",
    ),
    preApprovalNeededWhen: Expression.optional().describe(
      "Needs a pre-approval when this holds, whatever else is said",
    ),
    dueAfterActivity: DueAfterActivityShape.optional().describe("In place of the one in claims, for this type"),
    partnerTypes: z.array(Code).min(1).optional().describe("Partner types that may use it; all when unsaid"),
    certificationAllowed: z.boolean().describe("Whether in-house cost may be certified in place of an invoice"),
    metricsWaivedForExpenses: z
      .array(Code)
      .optional()
      .describe("No metrics are asked when all lines are of these types"),
    compositeOf: z.array(Code).optional().describe("Activity types whose evidence is asked for each channel used"),
    excludedProgramClasses: z.array(ProgramClass).optional().describe("Classes of programs that may not use the type"),
    notes: Label.optional(),
  })
  .meta({ id: "ActivityType", description: "Activity type of the catalogue" });

/** A kind of work that may be claimed. */
export type ActivityType = z.infer<typeof ActivityTypeShape>;
