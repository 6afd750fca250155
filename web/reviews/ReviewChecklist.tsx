import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Skeleton } from "@mantine/core";
import { IconCircleCheckFilled, IconCircleDashed, IconEye } from "@tabler/icons-react";
import type { ChecklistItem, Claim, Finding } from "../api/types.ts";
import { useStandsAlsoIn } from "../claims/editor/StandsAlsoIn.tsx";
import { placeOf } from "../claims/place-of.ts";
import { FindingsList } from "../ui/FindingsList.tsx";
import { Section } from "../ui/Section.tsx";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import { ProofOfItem } from "./ProofOfItem.tsx";
import classes from "./Reviews.module.css";

interface ReviewChecklistProps {
  claim: Claim;
  findings: readonly Finding[];
  checklist: readonly ChecklistItem[] | undefined;
  personId: string;
  onShow: (fileId: string) => void;
}

const NONE: Record<string, boolean> = {};

/** What the activity asks for: what the rules say, and the reviewer's own tick for each until it is decided. His ticks stay in his browser. */
export function ReviewChecklist({ claim, findings, checklist, personId, onShow }: ReviewChecklistProps) {
  const { t } = useLingui();
  const beside = useStandsAlsoIn(claim.id, findings);
  const [seen, change] = useStoredDraft(`${personId}.checked.${claim.id}.${claim.round}`, NONE);
  return (
    <Section title={t`Checklist`} hint={<Trans>What the rules found, and what only you can judge.</Trans>}>
      {!checklist && <Skeleton height={120} />}
      {checklist
        ?.filter((item) => item.state !== "not-needed")
        .map((item) => {
          const Icon =
            item.state === "present" ? IconCircleCheckFilled : item.state === "judged" ? IconEye : IconCircleDashed;
          const words =
            item.state === "present" ? t`There` : item.state === "judged" ? t`For you to judge` : t`Missing`;
          return (
            <div key={`${item.kind}/${item.code}`} className={classes.item} data-state={item.state}>
              <Icon size={18} aria-label={words} />
              <div>
                {item.label}
                {claim.documents
                  .filter((document) => item.accepts.includes(document.evidenceCode))
                  .map((document) => (
                    <ProofOfItem key={document.id} document={document} onShow={onShow} />
                  ))}
              </div>
              {claim.decision === null && (
                <Checkbox
                  aria-label={t`Checked: ${item.label}`}
                  checked={seen[item.code] === true}
                  onChange={(event) => change({ [item.code]: event.currentTarget.checked })}
                />
              )}
            </div>
          );
        })}
      <FindingsList
        sources
        findings={findings}
        placeOf={(field) => placeOf(claim, field)}
        beside={beside}
        complete={t`The rules find nothing against this claim.`}
      />
    </Section>
  );
}
