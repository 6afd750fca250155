import { type Lifecycle, word } from "../kernel/index.ts";
import type { EditionStatus } from "./program.ts";

/** Steps an edition can take. */
export type EditionVerb = "change" | "validate" | "requestPublication" | "withdrawRequest" | "publish" | "supersede";

/**
 * The life of an edition: the only source of its statuses (docs/editions.md). A draft that is changed is to be validated
 * anew; what is published never changes, and a correction is another version.
 */
export const EDITION_LIFECYCLE: Lifecycle<EditionStatus, EditionVerb> = {
  subject: "edition",
  initial: "draft",
  statuses: {
    draft: { tone: "neutral", partner: word("Draft"), vendor: word("Draft"), final: false },
    validated: { tone: "in-progress", partner: word("Draft"), vendor: word("Validated"), final: false },
    publication_requested: {
      tone: "needs-you",
      partner: word("Draft"),
      vendor: word("Waiting for a second person"),
      final: false,
    },
    published: { tone: "done", partner: word("Published"), vendor: word("Published"), final: false },
    superseded: { tone: "neutral", partner: word("Superseded"), vendor: word("Superseded"), final: true },
  },
  edges: {
    change: {
      from: ["draft", "validated"],
      to: "draft",
      by: "vendor",
      event: "edition.changed",
      dueSide: "none",
      label: word("Save the draft"),
    },
    validate: {
      from: ["draft", "validated"],
      to: "validated",
      by: "vendor",
      event: "edition.validated",
      dueSide: "none",
      label: word("Validate"),
    },
    requestPublication: {
      from: ["validated"],
      to: "publication_requested",
      by: "vendor",
      event: "edition.publication-requested",
      dueSide: "none",
      label: word("Ask for publication"),
    },
    withdrawRequest: {
      from: ["publication_requested"],
      to: "validated",
      by: "vendor",
      event: "edition.publication-withdrawn",
      dueSide: "none",
      label: word("Back to the draft"),
    },
    publish: {
      from: ["validated", "publication_requested"],
      to: "published",
      by: "vendor",
      event: "edition.published",
      dueSide: "none",
      label: word("Publish"),
    },
    supersede: {
      from: ["published"],
      to: "superseded",
      by: "system",
      event: "edition.superseded",
      dueSide: "none",
      label: word("Supersede"),
    },
  },
};

/** Statuses in which an edition may still be written or deleted. */
export const WRITABLE: readonly EditionStatus[] = ["draft", "validated"];

/** Statuses in which an edition is not yet known to partners. There is one such version of a program year at most. */
export const UNPUBLISHED: readonly EditionStatus[] = ["draft", "validated", "publication_requested"];

/** Statuses of what was published once: it never changes, and claims may point at it. */
export const ONCE_PUBLISHED: readonly EditionStatus[] = ["published", "superseded"];
