import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconInfoCircle,
  IconScissors,
  IconSquareRoundedX,
} from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Finding, Severity } from "../../src/kernel/finding.ts";
import { inWords } from "../i18n/server-words.ts";
import classes from "./FindingsList.module.css";
import { jumpToField } from "./jump-to-field.ts";
import { MoneyText } from "./MoneyText.tsx";

const ICONS: Record<Severity, typeof IconInfoCircle> = {
  blocks: IconSquareRoundedX,
  cuts: IconScissors,
  warns: IconAlertTriangle,
  informs: IconInfoCircle,
};
const WEIGHT: readonly Severity[] = ["blocks", "cuts", "warns", "informs"];

/** What is found twice in the same words is said once. */
const keyOf = ({ rule, field, found }: Finding): string => `${rule}/${field}/${found}`;

/** So many are shown at first where there are many more, such as one for each of forty lines. */
const FIRST = 8;

interface FindingsListProps {
  findings: readonly Finding[];
  /** What an empty list says. */
  complete: string;
  /** False on pages without the fields, where there is nothing to jump to. */
  jumps?: boolean;
  /** Shows where in the edition each rule stands: for those who judge. */
  sources?: boolean;
  /** What a field is about, in words: tells findings of the same words apart. */
  placeOf?: (field: string) => string | undefined;
  /** Something to be read beside a finding: where else its proof stands. */
  beside?: (finding: Finding) => ReactNode;
  /** Goes to a field; without it, to where it stands on this page. */
  onJump?: (field: string) => void;
}

/** What the rules found, the heaviest first: icon, sentence, what it costs, and the remedy as a link to the field. */
export function FindingsList({
  findings,
  complete,
  jumps = true,
  sources = false,
  placeOf,
  beside,
  onJump = jumpToField,
}: FindingsListProps) {
  const { t } = useLingui();
  const [whole, setWhole] = useState(false);
  const words: Record<Severity, string> = {
    blocks: t`Missing`,
    cuts: t`Lowers the amount`,
    warns: t`Please check`,
    informs: t`Good to know`,
  };
  const sorted = [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()].sort(
    (a, b) => WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity),
  );
  const shown = whole || sorted.length <= FIRST + 2 ? sorted : sorted.slice(0, FIRST);
  // Nothing hinders submitting while warnings are left; who judges is not told that there is nothing.
  const settled = findings.every(({ severity }) => severity === "informs" || (severity === "warns" && !sources));
  return (
    <div>
      {settled && (
        <p className={classes.complete}>
          <IconCircleCheckFilled size={22} aria-hidden />
          {complete}
        </p>
      )}
      <ul className={classes.list}>
        {shown.map((finding) => {
          const Icon = ICONS[finding.severity];
          const place = placeOf?.(finding.field);
          return (
            <li key={keyOf(finding)} className={classes.item} data-severity={finding.severity}>
              <Icon size={18} stroke={1.9} aria-label={words[finding.severity]} className={classes.icon} />
              <div>
                {place && <div className={classes.place}>{place}</div>}
                {jumps ? (
                  <Anchor
                    component="button"
                    type="button"
                    ta="left"
                    size="sm"
                    className={classes.remedy}
                    onClick={() => onJump(finding.field)}
                  >
                    {inWords(finding.words, finding.remedy)}
                  </Anchor>
                ) : (
                  <span className={classes.remedy}>{inWords(finding.words, finding.remedy)}</span>
                )}
                {finding.effect && (
                  <div className={classes.effect}>
                    <MoneyText value={finding.effect} signed /> <Trans>on this claim</Trans>
                  </div>
                )}
                {beside?.(finding)}
                {sources && <div className={classes.source}>{finding.source}</div>}
              </div>
            </li>
          );
        })}
      </ul>
      {shown.length < sorted.length && (
        <Button variant="default" size="compact-md" mt="xs" onClick={() => setWhole(true)}>
          <Trans>All</Trans>&nbsp;({sorted.length})
        </Button>
      )}
    </div>
  );
}
