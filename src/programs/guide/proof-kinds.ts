/**
 * What kinds of proof there are, and what makes each of them good or bad (rulebook 6; the catalogue's core requirements). The
 * words belong to whoever shows them; here stand codes only. An edition says of a slot which kind it is, or gives examples in
 * words of its own; of a slot of which it says neither, nothing is shown.
 */

/** Kinds of proof. `document` is a document of any other kind. */
export const PROOF_KINDS = [
  "recording",
  "script",
  "approval-record",
  "screenshot",
  "web-page",
  "distribution",
  "communication",
  "published-piece",
  "agenda",
  "photo",
  "presentation",
  "offer-terms",
  "placement-form",
  "research",
  "statement-of-work",
  "coded-invoice",
  "registration",
  "itinerary",
  "unit",
  "channel-set",
  "deliverable",
  "document",
] as const;

/** A kind of proof. */
export type ProofKind = (typeof PROOF_KINDS)[number];

/** What makes a proof good. */
export const GOOD_PROOF = [
  "whole-piece-as-aired",
  "names-partner-in-it",
  "brand-and-contact-visible",
  "vendor-content-visible",
  "approval-id-and-date",
  "approved-version",
  "as-shown-live",
  "address-and-date-visible",
  "address-opens-for-everybody",
  "dated-screenshot-of-page",
  "postmark-or-receipt",
  "dated-header-or-report",
  "number-of-recipients",
  "as-sent",
  "publication-and-date",
  "date-place-and-host",
  "vendor-topic-in-it",
  "taken-there",
  "people-and-brand-in-picture",
  "slides-as-shown",
  "terms-and-period",
  "as-communicated",
  "complete-and-signed",
  "deliverables-named",
  "author-and-date",
  "work-and-period-named",
  "code-and-completion-date",
  "names-participant",
  "traveller-and-dates",
  "serial-number-and-receiver",
  "set-of-each-channel",
  "real-result",
  "date-and-activity-named",
] as const;

/** What makes a proof worth little. */
export const BAD_PROOF = [
  "draft-or-mock-up",
  "excerpt-without-brand",
  "approval-after-start",
  "cropped-or-unreadable",
  "behind-sign-in",
  "home-page-only",
  "list-of-addresses",
  "not-sent-yet",
  "calendar-entry-only",
  "stock-picture",
  "empty-room",
  "internal-note",
  "unsigned-form",
  "unsigned-quote",
  "price-comparison",
  "order-instead-of-delivery",
  "one-channel-only",
  "blank-template",
  "other-activity",
] as const;

/** A code of {@link GOOD_PROOF}. */
export type GoodProof = (typeof GOOD_PROOF)[number];
/** A code of {@link BAD_PROOF}. */
export type BadProof = (typeof BAD_PROOF)[number];

interface Examples {
  readonly good: readonly GoodProof[];
  readonly bad: readonly BadProof[];
}

const EXAMPLES: Readonly<Record<ProofKind, Examples>> = {
  recording: {
    good: ["whole-piece-as-aired", "vendor-content-visible", "brand-and-contact-visible"],
    bad: ["draft-or-mock-up", "excerpt-without-brand"],
  },
  script: { good: ["names-partner-in-it", "vendor-content-visible"], bad: ["draft-or-mock-up"] },
  "approval-record": { good: ["approval-id-and-date", "approved-version"], bad: ["approval-after-start"] },
  screenshot: {
    good: ["as-shown-live", "address-and-date-visible", "vendor-content-visible"],
    bad: ["draft-or-mock-up", "cropped-or-unreadable"],
  },
  "web-page": {
    good: ["address-opens-for-everybody", "dated-screenshot-of-page", "vendor-content-visible"],
    bad: ["home-page-only", "behind-sign-in"],
  },
  distribution: {
    good: ["postmark-or-receipt", "dated-header-or-report", "number-of-recipients"],
    bad: ["list-of-addresses", "not-sent-yet"],
  },
  communication: {
    good: ["as-sent", "brand-and-contact-visible", "vendor-content-visible"],
    bad: ["draft-or-mock-up"],
  },
  "published-piece": {
    good: ["publication-and-date", "brand-and-contact-visible", "vendor-content-visible"],
    bad: ["draft-or-mock-up", "cropped-or-unreadable"],
  },
  agenda: { good: ["date-place-and-host", "vendor-topic-in-it"], bad: ["calendar-entry-only"] },
  photo: { good: ["taken-there", "people-and-brand-in-picture"], bad: ["stock-picture", "empty-room"] },
  presentation: { good: ["slides-as-shown", "vendor-content-visible"], bad: ["draft-or-mock-up", "other-activity"] },
  "offer-terms": { good: ["as-communicated", "terms-and-period"], bad: ["internal-note"] },
  "placement-form": { good: ["complete-and-signed", "deliverables-named"], bad: ["unsigned-form"] },
  research: { good: ["author-and-date", "vendor-content-visible"], bad: ["draft-or-mock-up"] },
  "statement-of-work": { good: ["work-and-period-named", "complete-and-signed"], bad: ["unsigned-quote"] },
  "coded-invoice": { good: ["code-and-completion-date", "names-participant"], bad: ["unsigned-quote"] },
  registration: { good: ["names-participant", "date-place-and-host"], bad: ["calendar-entry-only"] },
  itinerary: { good: ["traveller-and-dates"], bad: ["price-comparison"] },
  unit: { good: ["serial-number-and-receiver"], bad: ["order-instead-of-delivery"] },
  "channel-set": { good: ["set-of-each-channel"], bad: ["one-channel-only"] },
  deliverable: { good: ["real-result", "date-and-activity-named"], bad: ["blank-template"] },
  document: {
    good: ["date-and-activity-named", "vendor-content-visible"],
    bad: ["cropped-or-unreadable", "other-activity"],
  },
};

/** What is good and what is bad proof of a kind. */
export function proofExamples(kind: ProofKind): Examples {
  return EXAMPLES[kind];
}
