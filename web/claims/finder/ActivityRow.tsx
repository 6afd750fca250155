import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ActivityGuide, ActivityOption, ClaimOption } from "../../api/types.ts";
import { ActivityFacts } from "../../programs/guide/ActivityFacts.tsx";
import { useCapWords } from "../../programs/guide/words/use-cap-words.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "./Finder.module.css";

interface ActivityRowProps {
  option: ClaimOption;
  activity: ActivityOption;
  /** What the guide says about it, once it is there. */
  told: ActivityGuide | undefined;
}

/** One activity: up to what, the proof in a line, everything else when it is opened, and the way to the claim. */
export function ActivityRow({ option, activity, told }: ActivityRowProps) {
  const { code, name, most, requiresPreApproval } = activity;
  const asked = told?.proof.filter(({ required }) => required) ?? [];
  const nothing = /^0+(\.0+)?$/.test(most.amount);
  return (
    <li className={classes.activity}>
      <div className={classes.activityHead}>
        <div className={classes.words}>
          <h3>{name}</h3>
          <p className={classes.sub}>
            {asked.length > 0 ? (
              asked.map(({ description }) => description).join(" · ")
            ) : (
              <Trans>Proof of cost is enough.</Trans>
            )}
          </p>
          {requiresPreApproval && (
            <p className={classes.sub}>
              <Trans>The vendor must agree before the work begins.</Trans>
            </p>
          )}
          <CapLines activity={activity} />
        </div>
        <div className={classes.side}>
          <div>
            <span className={classes.sub}>
              <Trans>up to</Trans>
            </span>{" "}
            <MoneyText value={most} strong />
          </div>
          {option.claimable.allowed && !nothing && (
            <Button
              size="compact-sm"
              variant="light"
              renderRoot={(props) => (
                <Link {...props} to="/claims/new" search={{ fund: option.fund.id, activity: code }} />
              )}
            >
              <Trans>Claim this</Trans>
            </Button>
          )}
        </div>
      </div>
      {told && (
        <details className={classes.more}>
          <summary>
            <IconChevronRight size={15} aria-hidden />
            <Trans>Proof with examples, cost and limits</Trans>
          </summary>
          <ActivityFacts activity={told} />
        </details>
      )}
    </li>
  );
}

/** What each cap says, and what other claims of the period used of it. */
function CapLines({ activity }: { activity: ActivityOption }) {
  const words = useCapWords();
  return (
    <>
      {activity.caps.map(({ cap, limit, used, left }) => (
        <p key={JSON.stringify(cap)} className={classes.sub}>
          {words(cap)}{" "}
          {limit && left && cap.kind !== "absolute" && (
            <Trans>
              Here that is <MoneyText value={limit} />.
            </Trans>
          )}{" "}
          {left && /[1-9]/.test(used.amount) && (
            <Trans>
              <MoneyText value={used} /> of it is used, <MoneyText value={left} /> is left.
            </Trans>
          )}
        </p>
      ))}
    </>
  );
}
