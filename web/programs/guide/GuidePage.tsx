import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayInWords } from "../../i18n/format.ts";
import { useMe } from "../../identity/me.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { ActivityList } from "./ActivityList.tsx";
import { ChangeSection, useChangesUpTo } from "./ChangeList.tsx";
import { ContactList } from "./ContactList.tsx";
import classes from "./Guide.module.css";
import { GuideCalendar } from "./GuideCalendar.tsx";
import { type GuideOf, guideQuery } from "./guide-api.ts";
import { ReasonList } from "./ReasonList.tsx";
import { StatementList } from "./StatementList.tsx";
import { StepList } from "./StepList.tsx";
import { useClaimWords } from "./words/use-claim-words.ts";
import { useMoneyWords } from "./words/use-money-words.ts";
import { usePlanWords } from "./words/use-plan-words.ts";
import { useProgramWords } from "./words/use-program-words.ts";
import { useKeepingWords } from "./words/use-step-words.ts";

/** "How this works": everything a newcomer has to know about a program, written from its edition and nothing else. */
export function GuidePage({ code, of }: { code: string; of: GuideOf }) {
  const { t } = useLingui();
  const me = useMe();
  const { data: guide } = useSuspenseQuery(guideQuery(code, of));
  const changes = useChangesUpTo(code, guide.edition);
  const sayProgram = useProgramWords();
  const sayPlan = usePlanWords();
  const sayMoney = useMoneyWords();
  const sayClaim = useClaimWords();
  const sayKeeping = useKeepingWords();
  const parts = [
    { id: "program", title: t`What this program is` },
    ...(changes.length > 0 ? ([{ id: "changes", title: t`What changed for you` }] as const) : []),
    { id: "plans", title: t`Plans` },
    { id: "money", title: t`Money` },
    { id: "dates", title: t`Dates` },
    { id: "activities", title: t`What you can claim` },
    { id: "never", title: t`What is never paid` },
    { id: "claim", title: t`What a claim needs` },
    { id: "steps", title: t`What happens then` },
    { id: "reasons", title: t`Reasons, and what to do` },
    { id: "keeping", title: t`What you confirm and keep` },
    { id: "contacts", title: t`Whom to ask` },
  ] as const;
  const titleOf = (id: (typeof parts)[number]["id"]): string => parts.find((part) => part.id === id)?.title ?? "";
  const { programYear, version, startsOn, endsOn } = guide.edition;
  return (
    <>
      <PageHeader
        title={t`How this works`}
        above={
          <>
            <Link to="/programs">
              <Trans>Programs</Trans>
            </Link>{" "}
            ·{" "}
            <Link to="/programs/$code" params={{ code }}>
              {guide.programName}
            </Link>
          </>
        }
        action={
          <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        }
      >
        <Trans>
          {guide.programName}, written from the rules of {programYear}, version {version}, in force from{" "}
          {dayInWords(startsOn)} to {dayInWords(endsOn)}.
        </Trans>{" "}
        {me.side === "vendor" && <Trans>“You” is the partner.</Trans>}{" "}
        {guide.vendorGuide && (
          <a href={guide.vendorGuide.url} target="_blank" rel="noreferrer noopener">
            {guide.vendorGuide.title}
          </a>
        )}
      </PageHeader>
      <div className={classes.page}>
        <nav className={`${classes.contents} fp-no-print`} aria-label={t`On this page`}>
          <ul>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.sections}>
          <Section id="program" title={titleOf("program")}>
            <StatementList statements={guide.aboutProgram.map(sayProgram)} />
          </Section>
          <ChangeSection title={titleOf("changes")} versions={changes} />
          <Section id="plans" title={titleOf("plans")}>
            <StatementList statements={guide.aboutPlans.map(sayPlan)} />
          </Section>
          <Section id="money" title={titleOf("money")}>
            <StatementList statements={guide.aboutMoney.map(sayMoney)} />
          </Section>
          <Section id="dates" title={titleOf("dates")}>
            <GuideCalendar guide={guide} />
          </Section>
          <Section
            id="activities"
            title={titleOf("activities")}
            hint={<Trans>Each activity with its proof, the cost that is paid, and its limit.</Trans>}
          >
            <ActivityList activities={guide.activities} />
          </Section>
          <Section id="never" title={titleOf("never")}>
            <ul className={classes.never}>
              {guide.neverPaid.map(({ code: each, meaning }) => (
                <li key={each}>{meaning}</li>
              ))}
            </ul>
            {guide.neverPaid.length === 0 && <Trans>The program names nothing in particular.</Trans>}
          </Section>
          <Section id="claim" title={titleOf("claim")}>
            <StatementList statements={guide.aboutClaims.map(sayClaim)} />
          </Section>
          <Section id="steps" title={titleOf("steps")}>
            <StepList steps={guide.steps} />
          </Section>
          <Section id="reasons" title={titleOf("reasons")}>
            <ReasonList reasons={guide.reasons} />
          </Section>
          <Section id="keeping" title={titleOf("keeping")}>
            <StatementList statements={guide.keeping.map(sayKeeping)} />
          </Section>
          <Section id="contacts" title={titleOf("contacts")}>
            <ContactList program={code} />
          </Section>
        </div>
      </div>
    </>
  );
}
