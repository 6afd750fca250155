import { Trans, useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import type { ChecklistItem, Claim } from "../../api/types.ts";
import { Section } from "../../ui/Section.tsx";
import { DocumentCard } from "./DocumentCard.tsx";
import { ProofSlot } from "./ProofSlot.tsx";

/** The proof that the work was done: one place per thing the activity asks for, and the files that fit none of them. */
export function ProofSection({ claim, checklist }: { claim: Claim; checklist: readonly ChecklistItem[] | undefined }) {
  const { t } = useLingui();
  const slots = checklist?.filter((item) => item.kind === "evidence") ?? [];
  const taken = new Set(slots.flatMap((slot) => slot.accepts));
  const loose = claim.documents.filter((document) => !taken.has(document.evidenceCode));
  return (
    <Section
      title={t`Proof`}
      hint={<Trans>Show that the work was done as described. Each file needs a note that says what it shows.</Trans>}
    >
      <div data-field="documents">
        {!checklist && <Skeleton height={120} />}
        {slots.map((slot) => (
          <ProofSlot key={slot.code} claim={claim} slot={slot} />
        ))}
        {loose.map((document) => (
          <DocumentCard key={document.id} claim={claim} document={document} />
        ))}
        {checklist && slots.length === 0 && <Trans>This activity asks for no proof besides its cost.</Trans>}
      </div>
    </Section>
  );
}
