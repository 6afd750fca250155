import { useLingui } from "@lingui/react";
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconCircleX, IconProgress } from "@tabler/icons-react";
import type { Tone } from "../../src/kernel/transition.ts";
import type { Face } from "../api/types.ts";
import { wordOf } from "../i18n/server-words.ts";
import classes from "./StatusBadge.module.css";

/** One icon per tone: colour never carries the meaning alone. */
const ICONS: Record<Tone, typeof IconProgress> = {
  neutral: IconCircleDashed,
  "in-progress": IconProgress,
  "needs-you": IconAlertCircle,
  done: IconCircleCheck,
  refused: IconCircleX,
};

/** What a thing's status is called, in its tone. The same everywhere. */
export function StatusBadge({ face }: { face: Face }) {
  // Says it anew when the language changes.
  useLingui();
  const Icon = ICONS[face.tone];
  return (
    <span className={classes.badge} data-tone={face.tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {wordOf(face.label)}
    </span>
  );
}
