import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Overview } from "../api/schema.gen.d.ts";
import { dayInWords, momentInWords } from "../i18n/format.ts";
import { Section } from "../ui/Section.tsx";
import classes from "./Home.module.css";

/** Publications that wait for me as the second person; nothing where none does. */
export function AskedPublications({ publications }: { publications: Overview["publications"] | undefined }) {
  const { t } = useLingui();
  if (!publications || publications.length === 0) return null;
  return (
    <Section
      title={t`Waits for you as the second person`}
      hint={<Trans>Rules that somebody asks to publish. Read what changes, then publish or decline.</Trans>}
    >
      <ul className={classes.list}>
        {publications.map(({ edition, programName, programYear, version, effectiveOn, askedBy, askedAt }) => (
          <li key={edition} className={classes.row}>
            <div className={classes.words}>
              <Link to="/editions/$id" params={{ id: edition }} search={{ side: "changes" }} className={classes.link}>
                <Trans>
                  {programName}, {programYear}, version {version}
                </Trans>
              </Link>
              <div className={classes.sub}>
                <Trans>
                  {askedBy}, {momentInWords(askedAt)}: in force from {dayInWords(effectiveOn)} on
                </Trans>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
