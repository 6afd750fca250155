import { sentence } from "../kernel/index.ts";
import type { Announcement } from "./announcement.ts";

const INVITED: Announcement = {
  audience: "partner",
  headline: ({ number }) => sentence("You are invited to {program}", { program: number }),
  advice: ({ answerBy }) =>
    answerBy === null
      ? sentence("Accept or decline on the page of the enrollment.")
      : sentence("Accept or decline by {day}; after that day the invitation expires.", { day: answerBy }),
};

/** The events about taking part that people are told about (rulebook 4.5, 4.6, 4.10; 10, rows 1 to 3). */
export const ENROLLMENT_ANNOUNCEMENTS: Readonly<Record<string, Announcement>> = {
  "enrollment.invited": INVITED,
  "enrollment.invited-again": INVITED,
  "enrollment.without-admin": {
    audience: "grantors",
    headline: ({ number }) => sentence("Nobody can answer the invitation to {program}", { program: number }),
    advice: () =>
      sentence("This location has no incentives admin. Give somebody the role, then the invitation can be accepted."),
  },
  "enrollment.invitation-expired": {
    audience: "partner",
    headline: ({ number }) => sentence("The invitation to {program} has expired", { program: number }),
    advice: () => sentence("Nobody answered it in time. The vendor's program manager can send it again."),
  },
  "enrollment.declined": {
    audience: "reviewers",
    headline: ({ number }) => sentence("The invitation to {program} was declined", { program: number }),
    advice: () => sentence("The page of the enrollment shows the reason."),
  },
  "enrollment.action-required": {
    audience: "partner",
    headline: ({ number }) => sentence("Taking part in {program} needs something from you", { program: number }),
    advice: () => sentence("Bank and tax data are missing. Until they are complete, this location does not earn."),
  },
  "enrollment.completed": {
    audience: "partner",
    headline: ({ number }) => sentence("You take part in {program}", { program: number }),
    advice: () => sentence("Everything is complete. The page of the enrollment says from which day earnings count."),
  },
  "enrollment.lapsed": {
    audience: "partner",
    headline: ({ number }) => sentence("The requirements of {program} are no longer met", { program: number }),
    advice: ({ unmet = "" }) =>
      sentence("Not met: {list}. The page of the enrollment says what would change it.", { list: unmet }),
  },
  "enrollment.discontinued": {
    audience: "partner",
    headline: ({ number }) => sentence("Taking part in {program} has ended", { program: number }),
    advice: () => sentence("The vendor has discontinued it. Money that is there can still be used."),
  },
  "access-request.made": {
    audience: "grantors",
    headline: ({ number }) => sentence("Somebody asks for rights in {program}", { program: number }),
    advice: () => sentence("The page of the request says who asks for what."),
  },
};
