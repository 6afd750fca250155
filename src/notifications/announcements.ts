import { type Sentence, sentence } from "../kernel/index.ts";
import type { Announcement, Told } from "./announcement.ts";
import { EDITION_ANNOUNCEMENTS } from "./edition-announcements.ts";
import { ENROLLMENT_ANNOUNCEMENTS } from "./enrollment-announcements.ts";

/** The events people are told about (rulebook 4.1, 4.2 and 4.10). An event that is not here is nobody's notification. */
const ANNOUNCEMENTS: Readonly<Record<string, Announcement>> = {
  ...ENROLLMENT_ANNOUNCEMENTS,
  "claim.submitted": {
    audience: "reviewers",
    headline: ({ number, round }) =>
      round > 1
        ? sentence("Claim {number} was submitted again", { number })
        : sentence("Claim {number} was submitted for review", { number }),
    advice: () => sentence("It waits in the review queue."),
  },
  "claim.withdrawn": {
    audience: "in-charge",
    headline: ({ number }) => sentence("Claim {number} was withdrawn by the partner", { number }),
    advice: () => sentence("There is nothing to review unless it is submitted again."),
  },
  "claim.information-requested": {
    audience: "partner",
    headline: ({ number }) => sentence("Claim {number} needs your answer", { number }),
    advice: ({ answerBy }) =>
      answerBy === null
        ? sentence(
            "The reviewer asks for something. Read the request on the claim page, answer it and submit the claim again.",
          )
        : sentence(
            "The reviewer asks for something. Answer and submit the claim again by {day}; after that day it expires.",
            { day: answerBy },
          ),
  },
  "claim.approved": {
    audience: "partner",
    headline: ({ number }) => sentence("Claim {number} was approved", { number }),
    advice: () => sentence("The claim page shows what was approved for each line."),
  },
  "claim.rejected": {
    audience: "partner",
    headline: ({ number }) => sentence("Claim {number} was rejected", { number }),
    advice: () => sentence("The claim page shows the reasons."),
  },
  "claim.expired": {
    audience: "partner",
    headline: ({ number }) => sentence("Claim {number} has expired", { number }),
    advice: () => sentence("Its deadline has passed. What was reserved for it is back where it came from."),
  },
  "plan.submitted": {
    audience: "in-charge",
    headline: ({ number, round }) =>
      round > 1
        ? sentence("Plan {number} was submitted again", { number })
        : sentence("Plan {number} was submitted for review", { number }),
    advice: () => sentence("You are named as its reviewer. It waits in the review queue."),
  },
  "plan.reviewer-assigned": {
    audience: "in-charge",
    headline: ({ number }) => sentence("Plan {number} is yours to review", { number }),
    advice: () => sentence("The review was given to you. It waits in the review queue."),
  },
  "plan.information-requested": {
    audience: "partner",
    headline: ({ number }) => sentence("Plan {number} needs your answer", { number }),
    advice: ({ answerBy }) =>
      answerBy === null
        ? sentence(
            "The reviewer asks for something. Read the request on the plan page, change the plan and submit it again.",
          )
        : sentence("The reviewer asks for something. Change the plan and submit it again by {day}.", { day: answerBy }),
  },
  "plan.approved": {
    audience: "partner",
    headline: ({ number }) => sentence("Plan {number} was approved", { number }),
    advice: () => sentence("The plan page shows the approved amount. Proof can be added to its activities now."),
  },
  "plan.rejected": {
    audience: "partner",
    headline: ({ number }) => sentence("Plan {number} was rejected", { number }),
    advice: ({ answerBy }) =>
      answerBy === null
        ? sentence("The plan page shows the reasons.")
        : sentence("The plan page shows the reasons. It can be changed and submitted again until {day}.", {
            day: answerBy,
          }),
  },
  "plan.expired": {
    audience: "partner",
    headline: ({ number }) => sentence("Plan {number} has expired", { number }),
    advice: () => sentence("Its time to be submitted has passed. Make a plan for the present period."),
  },
  "plan.payment-posted": {
    audience: "partner",
    headline: ({ number }) => sentence("A payment was made under plan {number}", { number }),
    advice: () => sentence("The plan page shows the amount, and until when the work it pays for must be proven."),
  },
  "plan.proof-missing": {
    audience: "partner",
    headline: ({ number }) => sentence("Plan {number} lacks proof: an amount is demanded back", { number }),
    advice: () => sentence("The deadline to prove the work has passed. The plan page shows the amount and its reason."),
  },
  "plan.commented": {
    audience: "other-side",
    headline: ({ number }) => sentence("New comment on plan {number}", { number }),
    advice: () => sentence("Read and answer it on the plan page."),
  },
  "claim.commented": {
    audience: "other-side",
    headline: ({ number }) => sentence("New comment on claim {number}", { number }),
    advice: () => sentence("Read and answer it on the claim page."),
  },
  ...EDITION_ANNOUNCEMENTS,
};

/** Types of events people are told about. */
export const ANNOUNCED_TYPES: readonly string[] = Object.keys(ANNOUNCEMENTS);

/** How an event of this type is told; undefined when nobody is told. */
export function announcementOf(type: string): Announcement | undefined {
  return Object.hasOwn(ANNOUNCEMENTS, type) ? ANNOUNCEMENTS[type] : undefined;
}

/** The line in the application and the subject of the mail: what happened, and the subject's name on one line. */
export function titleOf(announcement: Announcement, told: Told, name: string): string {
  return `${announcement.headline(told).text}: ${oneLine(name)}`;
}

/** A person's text on one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

const LONG_DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A sentence as a mail says it: English, `2026-10-15` as `15 October 2026`. */
export function inMail({ text }: Sentence): string {
  return text.replaceAll(DAY, (day) => LONG_DATE.format(new Date(`${day}T00:00:00Z`)));
}
