import { BOSTON_DECIDED } from "./stories-boston-decided.ts";
import { BOSTON_DRAFTS } from "./stories-boston-drafts.ts";
import { BOSTON_REVIEW } from "./stories-boston-review.ts";
import { DENVER } from "./stories-denver.ts";
import { HARBOUR } from "./stories-harbour.ts";
import { KONTOR } from "./stories-kontor.ts";
import { LONDON } from "./stories-london.ts";
import { MINATO } from "./stories-minato.ts";
import type { Story } from "./story.ts";

/** All claims of the demo. */
export const STORIES: readonly Story[] = [
  ...BOSTON_DRAFTS,
  ...BOSTON_REVIEW,
  ...BOSTON_DECIDED,
  ...DENVER,
  ...LONDON,
  ...KONTOR,
  ...MINATO,
  ...HARBOUR,
];
