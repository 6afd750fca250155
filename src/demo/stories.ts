import type { Story } from "./story.ts";
import { ALDER_DONE, ALDER_OPEN } from "./stories-alder.ts";
import { HARBOUR } from "./stories-harbour.ts";
import { KONTOR } from "./stories-kontor.ts";
import { MINATO } from "./stories-minato.ts";

/** All claims of the demo. */
export const STORIES: readonly Story[] = [...ALDER_OPEN, ...ALDER_DONE, ...KONTOR, ...MINATO, ...HARBOUR];
