import type { Certification, ClaimFindings, Edition, FundItem, Me, Review } from "./schema.gen.d.ts";

/**
 * The names the pages use for what the API sends. All of it comes from the generated `schema.gen.d.ts`; nothing is
 * described here a second time.
 */
export type {
  Access,
  AccessRequest,
  Activity,
  ActivityGuide,
  ActivityOption,
  Campaign,
  CapStatement,
  Certification,
  Claim,
  ClaimListItem as ClaimRow,
  ClaimOption,
  ClaimStatement,
  Comment as CommentItem,
  Contact,
  CountedDay,
  DateStatement,
  EditionSummary,
  Enrollment,
  Face,
  FileSummary as FileRef,
  Finding,
  FundForecast,
  FundItem as Fund,
  GuideDeadline,
  GuideWindow,
  HistoryItem,
  InvitedList,
  Invoice,
  JudgedRequirement,
  KeepingStatement,
  Me,
  Money as MoneyOnWire,
  MoneyStatement,
  Notification as Notice,
  OwnSession,
  Person as PersonWithRoles,
  Plan,
  PlanFindings as PlanAssessment,
  PlanListItem as PlanRow,
  PlanPayment,
  PlanStatement,
  Program,
  ProgramGuide,
  ProgramMoney,
  ProgramStatement,
  ProofDocument,
  ProofGuide,
  RequirementTree,
  Review,
  ReviewListItem as ReviewRow,
  RiskSignal as Risk,
  SavedView,
  SearchItem as Found,
  ServiceLevel,
  ShareStatement,
  Span,
  Standing,
  StatementLine,
  StepStatement,
  UnpaidPlan,
  WhyNot,
} from "./schema.gen.d.ts";

export type Side = Me["side"];
export type DueSide = Side;
export type Assessment = ClaimFindings;
export type ChecklistItem = ClaimFindings["checklist"][number];
export type EditionDocument = Edition;
export type ActivityType = Edition["activityTypes"][number];
export type MetricSpec = ActivityType["metrics"][number];
export type WindowRow = Edition["windows"][number];
export type ReasonCode = Review["reasonCodes"][number];
export type CertificationUnit = Certification["unit"];
export type Ability = NonNullable<FundItem["abilities"]>[string];

/** A review of a claim. */
export type ClaimReview = Review & { claim: NonNullable<Review["claim"]> };
