import { useLingui } from "@lingui/react/macro";
import { IconFile } from "@tabler/icons-react";
import type { ChecklistItem, Claim } from "../api/types.ts";
import { fileUrl } from "../api/upload.ts";
import { numberInWords } from "../i18n/format.ts";
import { codeInWords } from "../programs/programs-api.ts";
import { Section } from "../ui/Section.tsx";
import classes from "./Claims.module.css";

/** The figures of a claim, to read. */
export function MetricsList({ claim, checklist }: { claim: Claim; checklist: readonly ChecklistItem[] }) {
  const { t } = useLingui();
  const given = Object.entries(claim.metrics).filter(([, value]) => value !== "");
  if (given.length === 0) return null;
  return (
    <Section title={t`Results`}>
      <dl className={classes.facts}>
        {given.map(([code, value]) => (
          <div key={code}>
            <dt>
              {checklist.find((item) => item.kind === "metric" && item.code === code)?.label ?? codeInWords(code)}
            </dt>
            <dd className={classes.said}>
              {/^fil_[0-9a-z]+$/.test(value) ? (
                <a href={fileUrl(value)} target="_blank" rel="noreferrer">
                  <IconFile size={15} aria-hidden /> {t`Open the file`}
                </a>
              ) : (
                numberInWords(value)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
