import { Trans, useLingui } from "@lingui/react/macro";
import { Select, TextInput } from "@mantine/core";
import type { Claim, Finding } from "../../api/types.ts";
import { inWords } from "../../i18n/server-words.ts";
import { Section } from "../../ui/Section.tsx";
import classes from "../Claims.module.css";
import { OwnFieldInput } from "./OwnFieldInput.tsx";
import type { ClaimForm } from "./use-claim-form.ts";
import { useFieldLabels } from "./use-field-labels.ts";

/** A part of the claim's form, with what the rules say of what was saved. */
export interface SectionOfForm {
  claim: Claim;
  form: ClaimForm;
  findings: readonly Finding[];
}

/** What is wrong with a value that is there, in words; what is merely missing stands in the checklist. */
export function faultOf(findings: readonly Finding[], field: string): string | undefined {
  const found = findings.find((each) => each.field === field && each.severity === "blocks" && each.found !== "nothing");
  return found && inWords(found.words, found.remedy);
}

/** What only this program asks of a claim of this activity: sponsors, the agreed share, the event, and fields of its own. */
export function AskedSection({ claim, form, findings }: SectionOfForm) {
  const { t } = useLingui();
  const labels = useFieldLabels(claim);
  const { asks } = claim;
  const { values, saver, refused } = form;
  if (!asks.sponsors && !asks.event && !asks.share?.agreed && asks.fields.length === 0) return null;
  return (
    <Section title={t`What this program asks`} hint={<Hint claim={claim} />}>
      <div className={classes.two}>
        {asks.sponsors && (
          <div data-field="sponsors">
            <TextInput
              label={labels.sponsors}
              description={t`How many vendors pay for it together, this one included; 1 when you leave it empty`}
              inputMode="numeric"
              maxLength={3}
              value={values.sponsors}
              error={refused.get("sponsors") ?? faultOf(findings, "sponsors")}
              onChange={(event) => saver.set({ sponsors: event.currentTarget.value.replaceAll(/\D/g, "") })}
            />
          </div>
        )}
        {asks.share?.agreed && (
          <div data-field="sharePercent">
            <AgreedShare claim={claim} form={form} findings={findings} />
          </div>
        )}
        {asks.event && (
          <div data-field="event">
            <TextInput
              label={labels.event}
              description={t`The same words in each claim of one event, so that they count together; its day is the date of execution`}
              maxLength={120}
              value={values.event}
              error={refused.get("event") ?? faultOf(findings, "event")}
              onChange={(event) => saver.set({ event: event.currentTarget.value })}
            />
          </div>
        )}
        {asks.fields.map((field) => (
          <div key={field.code} data-field={`fields.${field.code}`}>
            <OwnFieldInput
              field={field}
              currency={claim.currency}
              value={values[`fields.${field.code}`] ?? ""}
              error={refused.get(`fields.${field.code}`) ?? faultOf(findings, `fields.${field.code}`)}
              onChange={(text) => saver.set({ [`fields.${field.code}`]: text })}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Hint({ claim }: { claim: Claim }) {
  const share = claim.asks.share?.text;
  return share ? (
    <Trans>The vendor pays {share} of the eligible cost.</Trans>
  ) : (
    <Trans>Not every program asks for this.</Trans>
  );
}

/** The share that was agreed: chosen from a list, or written within a range. */
function AgreedShare({ claim, form, findings }: SectionOfForm) {
  const { t } = useLingui();
  const labels = useFieldLabels(claim);
  const agreed = claim.asks.share?.agreed;
  if (!agreed) return null;
  const error = form.refused.get("sharePercent") ?? faultOf(findings, "sharePercent");
  const usual =
    agreed.usual === null ? t`As agreed with the vendor beforehand` : t`${agreed.usual} % when you leave it empty`;
  if (agreed.kind === "list") {
    return (
      <Select
        label={labels.sharePercent}
        description={usual}
        data={agreed.percents.map((percent) => ({ value: percent, label: t`${percent} %` }))}
        value={form.values.sharePercent || null}
        clearable
        error={error}
        onChange={(percent) => form.saver.set({ sharePercent: percent ?? "" })}
      />
    );
  }
  return (
    <TextInput
      label={labels.sharePercent}
      description={t`Per cent, from ${agreed.from} to ${agreed.to}. ${usual}`}
      inputMode="decimal"
      maxLength={8}
      value={form.values.sharePercent}
      error={error}
      onChange={(event) => form.saver.set({ sharePercent: event.currentTarget.value.trim().replace(",", ".") })}
    />
  );
}
