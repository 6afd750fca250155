import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import type { ChecklistItem, Claim } from "../../api/types.ts";
import { Section } from "../../ui/Section.tsx";
import { ClaimHint } from "../hints/ClaimHint.tsx";
import { ProofSlot } from "./ProofSlot.tsx";

/** The code of a document that fits no slot (rulebook 9.29). */
const OTHER = "other";

/** The proof that the work was done: one place per thing the activity asks for, and the files that fit none of them. */
export function ProofSection({ claim, checklist }: { claim: Claim; checklist: readonly ChecklistItem[] | undefined }) {
  const { t } = useLingui();
  const slots = checklist?.filter((item) => item.kind === "evidence") ?? [];
  const taken = new Set(slots.flatMap((slot) => slot.accepts));
  const loose = claim.documents.filter((document) => !taken.has(document.evidenceCode));
  const rest: ChecklistItem = {
    kind: "evidence",
    code: OTHER,
    label: t`Anything else`,
    state: loose.length > 0 ? "present" : "not-needed",
    required: false,
    field: `documents.${OTHER}`,
    accepts: [OTHER, ...loose.map((document) => document.evidenceCode)],
    allowsLink: false,
  };
  return (
    <Section
      title={t`Proof`}
      hint={<Trans>Show that the work was done as described. Each file needs a note that says what it shows.</Trans>}
      action={<ClaimHint claim={claim} topic="proof" />}
    >
      <div data-field="documents">
        {!checklist && <Skeleton height={120} />}
        {slots.map((slot) => (
          <ProofSlot key={slot.code} claim={claim} slot={slot} />
        ))}
        {checklist && slots.length === 0 && <Trans>This activity asks for no proof besides its cost.</Trans>}
        {checklist && <ProofSlot claim={claim} slot={rest} />}
      </div>
    </Section>
  );
}
