import { sentence } from "../kernel/index.ts";
import type { Announcement } from "./announcement.ts";

/** What people are told about the rules of a program (docs/editions.md). The number is that of the version, such as `FY27 v2`. */
export const EDITION_ANNOUNCEMENTS: Readonly<Record<string, Announcement>> = {
  "edition.publication-requested": {
    audience: "maintainers",
    headline: ({ number }) => sentence("The publication of {number} waits for a second person", { number }),
    advice: () => sentence("Read what changes, then publish it or decline."),
  },
  "edition.publication-withdrawn": {
    audience: "requester",
    headline: ({ number }) => sentence("The publication of {number} was declined", { number }),
    advice: () => sentence("The draft can be changed again. Its history says who declined."),
  },
  "edition.published": {
    audience: "taking-part",
    headline: ({ number }) => sentence("The rules {number} were published", { number }),
    advice: () => sentence("The page of the program says what changed, and from when on."),
  },
};
