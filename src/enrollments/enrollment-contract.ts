import { z } from "zod";
import {
  AbilitiesWire,
  DateWire,
  FaceWire,
  idIn,
  idWire,
  listOf,
  listQuery,
  TimeWire,
  textIn,
  WordsWire,
} from "../platform/http/index.ts";
import { ENROLLMENT_STATUSES } from "./enrollment.ts";
import { INVITATION_STATES } from "./invitation.ts";

/** Something the partner has to do before it can earn and claim. */
const RequiredAction = z
  .object({
    code: z.enum(["answer-invitation", "payout-data", "requirements"]),
    text: z.string(),
    words: WordsWire,
    link: z.string().describe("Where it is done, below the web's address"),
  })
  .meta({ id: "RequiredAction" });

const InvitationWire = z
  .object({
    state: z.enum(INVITATION_STATES),
    face: FaceWire,
    sentAt: TimeWire,
    timesSent: z.number().int(),
    expiresOn: DateWire.describe("Last day on which it can be answered"),
    answeredAt: TimeWire.nullable(),
    reason: z.string().nullable().describe("Why the partner declined"),
  })
  .meta({ id: "Invitation" });

const locationWire = z.object({
  id: idWire("location"),
  name: z.string(),
  partnerId: z.string().describe("PartnerID of the location"),
});
const partnerWire = z.object({ id: idWire("organisation"), name: z.string() });

/** A location's part in a program for one program year. */
export const EnrollmentResource = z
  .object({
    id: idWire("enrollment"),
    program: z.string().describe("Code of the program"),
    programName: z.string(),
    programYear: z.string().describe("Such as FY27"),
    location: locationWire,
    partner: partnerWire,
    status: z.enum(ENROLLMENT_STATUSES),
    face: FaceWire.describe("How the status looks to the reader"),
    payoutReady: z.boolean().describe("Payout and tax data are complete, so that claims may be made"),
    acceptedAt: TimeWire.nullable(),
    earningsStartOn: DateWire.nullable(),
    expiresOn: DateWire.describe("Last day of the program year"),
    partnerType: z.string().nullable().describe("What the partner is in this program, by the edition's codes"),
    partnerTier: z.string().nullable(),
    standing: z.array(z.string()).describe("Codes of the edition's standing that hold now"),
    invitation: InvitationWire.nullable().describe("Null where nobody was invited"),
    requiredActions: z.array(RequiredAction).describe("What the partner has to do; empty for those who cannot do it"),
    checkedAt: TimeWire.nullable().describe("When the requirements were judged last"),
    unmet: z.array(z.object({ code: z.string(), name: z.string() })).describe("Requirements that were not met then"),
    version: z.number().int(),
    abilities: AbilitiesWire.optional(),
  })
  .meta({ id: "Enrollment" });

/** PATCH /enrollments/{id}; a field left out stays as it is, null clears it. */
export const PartnerFactsBody = z
  .strictObject({
    partnerType: z.string().min(1).max(80).nullable().optional(),
    partnerTier: z.string().min(1).max(80).nullable().optional(),
    standing: z.array(z.string().max(80)).max(50).optional(),
  })
  .meta({ id: "PartnerFacts", description: "What a partner is in a program, by the codes of its edition" });

/** POST /enrollments */
export const JoinBody = z
  .strictObject({ program: z.string().max(80).describe("Code of the program"), location: idIn("location") })
  .meta({ id: "JoinProgram", description: "A location joins a program that is open to all" });

/** POST /enrollments/{id}/decline */
export const DeclineBody = z.strictObject({ reason: textIn(4000) }).meta({ id: "DeclineInvitation" });

/** POST /enrollments/{id}/discontinuation */
export const DiscontinueBody = z.strictObject({ reason: textIn(4000) }).meta({ id: "DiscontinueEnrollment" });

/** POST /enrollments/{id}/payout-confirmation */
export const PayoutBody = z
  .strictObject({ complete: z.boolean().describe("Whether bank and tax data are complete") })
  .meta({ id: "ConfirmPayout" });

/** POST /invitations */
export const InviteBody = z
  .strictObject({
    program: z.string().max(80).describe("Code of the program"),
    locations: z.array(idIn("location")).min(1).max(200),
  })
  .meta({ id: "InviteLocations" });

/** What came of inviting a location. */
export const InvitedWire = z
  .object({
    location: idWire("location"),
    outcome: z.enum(["invited", "invited-without-admin", "not-eligible", "taking-part"]),
    enrollment: idWire("enrollment").nullable(),
    message: z.string(),
    words: WordsWire,
    unmet: z.array(z.string()).describe("Names of requirements that are not met"),
  })
  .meta({ id: "Invited" });

/** What came of inviting several locations, in the order of the request. */
export const InvitedList = z.object({ items: z.array(InvitedWire) }).meta({ id: "InvitedList" });

/** A page of enrollments. */
export const EnrollmentList = listOf(EnrollmentResource);

/** Filters and sorts of the list. */
export const EnrollmentQuery = listQuery(["expiresOn", "location"], {
  program: z.string().max(80).optional(),
  location: idIn("location").optional(),
  status: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(ENROLLMENT_STATUSES)))
    .optional()
    .describe("One status, or several with commas"),
  include: z.literal("abilities").optional(),
});
