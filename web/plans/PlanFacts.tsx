import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Plan } from "../api/types.ts";
import { dayInWords, momentInWords } from "../i18n/format.ts";
import { useProgramNames } from "../programs/use-program-names.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Section } from "../ui/Section.tsx";
import classes from "./Plans.module.css";

/** Who plans what for when, in a glance. */
export function PlanFacts({ plan, title }: { plan: Plan; title: string }) {
  const { t } = useLingui();
  const nameOf = useProgramNames();
  const funds = plan.funds.length > 0 && (
    <>
      {plan.funds.map((fund) => (
        <Link key={fund.id} to="/funds/$id" params={{ id: fund.id }} style={{ display: "block" }}>
          {fund.usagePeriod}: <MoneyText value={fund.remaining} />
        </Link>
      ))}
    </>
  );
  const facts: [string, ReactNode][] = [
    [t`Planned`, <MoneyText key="planned" value={plan.plannedAmount} strong />],
    [t`Partner`, plan.partner.name],
    [t`Location`, plan.location.name],
    [t`Program`, nameOf(plan.program)],
    [t`Fund`, plan.fundTypeName],
    [t`Period`, `${plan.period.code}, ${dayInWords(plan.period.from)} – ${dayInWords(plan.period.to)}`],
    [t`Reviewer`, plan.reviewer.name],
    [t`Left in the fund`, funds],
    [t`Submitted`, plan.submittedAt && momentInWords(plan.submittedAt)],
    [t`Judged by`, `${plan.edition.programYear} · ${t`version ${plan.edition.version}`}`],
  ];
  return (
    <Section title={title}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  );
}
