export type { ActivityType } from "./activity-type-schema.ts";
export { type BusinessCalendar, businessCalendar } from "./business-calendar.ts";
export { calendarRoutes } from "./calendar-routes.ts";
export { checkReason, reasonsAbout } from "./check-reason.ts";
export { type ClaimAsks, claimAsks } from "./claim-asks.ts";
export { type Deadline, type DeadlineStart, deadline, serviceDeadline } from "./deadline.ts";
export { documentChanges } from "./document-changes.ts";
export {
  activityTypeOf,
  catalogueOf,
  editionName,
  type JudgingEdition,
  reasonCodeOf,
  windowFor,
} from "./edition.ts";
export { editionForYear } from "./edition-for-year.ts";
export {
  editionAt,
  editionById,
  editionInForce,
  editionOfPeriod,
  editionOfYear,
  newestVersion,
  publishedEditions,
} from "./edition-queries.ts";
export { type EditionRecord, recordById } from "./edition-record.ts";
export { editionRoutes } from "./edition-routes.ts";
export {
  type ClaimingWindow,
  type EditionDocument,
  EditionShape,
  type ReasonCode,
  type ServiceLevel,
  type ServiceLevelCode,
} from "./edition-schema.ts";
export { EDITION_LIFECYCLE, type EditionVerb } from "./edition-transitions.ts";
export { type EligibilityFacts, holdsOnDay, type KnownFact } from "./eligibility/eligibility-facts.ts";
export {
  type JudgedGroup,
  type JudgedNode,
  type JudgedRequirement,
  judgeEligibility,
  type RequirementState,
  unmetOf,
} from "./eligibility/judge-eligibility.ts";
export { capStatement, namesIn } from "./guide/about-activity.ts";
export { CapStatement } from "./guide/activity-contract.ts";
export { guideRoutes } from "./guide-routes.ts";
export { holidaysAround } from "./holidays-around.ts";
export { createProgram, importEdition, notValid } from "./import-edition.ts";
export type { Cap, ProgramClass } from "./parts/cap-schema.ts";
export { USUAL_INVITATION_DAYS } from "./parts/enrollment-schema.ts";
export type { EvidenceSlot, Metric } from "./parts/evidence-schema.ts";
export {
  heldUntil,
  partnerInvoiceDueOn,
  paymentDisputeEndsOn,
  paymentDueOn,
  paymentRunOn,
  reachesMinimum,
  restsUntil,
} from "./payment-rules.ts";
export {
  type ApprovalStep,
  approvalSteps,
  editionLets,
  isAutomatic,
  mayDecideOver,
  remindersOf,
} from "./people-rules.ts";
export { closePeriod, lastDayOf, lostAtDecision, lostAtEnd, rollsOver, thresholdFor } from "./period-rules.ts";
export { assertPlaceInSight } from "./place-in-sight.ts";
export type { Edition, EditionHead, EditionStatus, Program, ProgramStatus } from "./program.ts";
export { programCodes, programIdOf, programNames } from "./program-codes.ts";
export { programParams } from "./program-contract.ts";
export { mayMaintain } from "./program-policy.ts";
export { listPrograms, programByCode, programById } from "./program-queries.ts";
export { programRoutes } from "./program-routes.ts";
export { programSchema } from "./program-schema.ts";
export { endOfMonth, halfYearBeside, halfYearOf, periodOf, programYearOf, quarterOf } from "./program-year.ts";
export { publishDraft } from "./publish-draft.ts";
export { publishEdition } from "./publish-edition.ts";
export { isTextFault, type ReadText, readText, type TextFault } from "./read-document.ts";
export type { AssessedLine, Assessment, ChecklistItem, LineCut } from "./rules/assessment.ts";
export { type ActivityRoom, activityRoom, type CapRoom } from "./rules/cap-room.ts";
export { evaluate } from "./rules/evaluate.ts";
export { evaluateRequest } from "./rules/evaluate-request.ts";
export type { ApprovedBefore, ClaimFacts, DuplicateSignal, FundFacts, PlanActivityFacts } from "./rules/facts.ts";
export type { Change, RequestFacts, RequestSubject } from "./rules/request.ts";
export type {
  ClaimSubject,
  SubjectCertification,
  SubjectDocument,
  SubjectInvoice,
  SubjectLine,
  SubjectMetric,
} from "./rules/subject.ts";
export { resolved, validateEdition } from "./validate-edition.ts";
export { holdsOn, inOrder, windowByRule, windowsByRule, windowsInForce, windowsOn } from "./windows.ts";
