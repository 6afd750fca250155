import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { IconChecklist, IconCircleCheck, IconCircleX, IconMessage, IconQuestionMark } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Notice } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { inWords } from "../i18n/server-words.ts";
import { useMe } from "../identity/me.ts";
import classes from "./Notices.module.css";
import { addressOf } from "./notice-address.ts";
import { readNotice } from "./notices-api.ts";

const ICONS: Record<string, typeof IconMessage> = {
  commented: IconMessage,
  approved: IconCircleCheck,
  rejected: IconCircleX,
  expired: IconCircleX,
  "information-requested": IconQuestionMark,
};

interface NoticeRowProps {
  notice: Notice;
  /** What to do is said as well. */
  full?: boolean;
  onOpen?: () => void;
}

/** What happened to which claim or plan, and when. Opening it is reading it. */
export function NoticeRow({ notice, full = false, onOpen }: NoticeRowProps) {
  const { t } = useLingui();
  const me = useMe();
  const Icon = ICONS[notice.type.split(".")[1] ?? ""] ?? IconChecklist;
  const unread = notice.readAt === null;
  const open = (): void => {
    // Whether that was noted matters less than what was opened.
    void readNotice(notice).catch(() => undefined);
    onOpen?.();
  };
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <span className={classes.icon}>
        <Icon size={17} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.words}>
        <Link to={addressOf(notice, me.side)} className={classes.link} onClick={open}>
          {unread && <VisuallyHidden>{t`Unread:`} </VisuallyHidden>}
          {numbersWhole(notice.headline ? inWords(notice.headline, notice.title) : notice.title)}
        </Link>
        {notice.headline && <div className={classes.name}>{notice.name}</div>}
        {full && notice.advice && <div className={classes.advice}>{inWords(notice.advice, "")}</div>}
        <time className={classes.when} dateTime={notice.occurredAt}>
          {momentInWords(notice.occurredAt)}
        </time>
      </div>
    </li>
  );
}

/** A number such as C-2026-000042 stays on one line. */
const numbersWhole = (words: string) =>
  words.split(/([A-Z]-\d{4}-\d+)/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={part} className="fp-num">
        {part}
      </span>
    ) : (
      part
    ),
  );
