import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Enrollment } from "../api/types.ts";
import { inWords } from "../i18n/server-words.ts";
import { DateText } from "../ui/DateText.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import classes from "./Home.module.css";

/** An invitation to answer, or what is missing for taking part; stays until it is done or has expired. */
export function EnrollmentTask({ enrollment }: { enrollment: Enrollment }) {
  const { id, programName, location, invitation, requiredActions, status } = enrollment;
  const [action] = requiredActions;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/enrollments/$id" params={{ id }} className={classes.link}>
          {programName}
        </Link>
        <div className={classes.sub}>
          {location.name}, {enrollment.programYear}
        </div>
        <div className={classes.sub}>
          {status === "invited" && invitation ? (
            <Trans>
              Answer by <DateText day={invitation.expiresOn} deadline />
            </Trans>
          ) : (
            action && inWords(action.words, action.text)
          )}
        </div>
      </div>
      <div className={classes.side}>
        <StatusBadge face={enrollment.face} />
      </div>
    </li>
  );
}
