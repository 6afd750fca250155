import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Certification, Claim } from "../../api/types.ts";
import { numberInWords } from "../../i18n/format.ts";
import { DateText } from "../../ui/DateText.tsx";
import { FileChip } from "../../ui/FileChip.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "../Claims.module.css";
import { useUnits } from "../use-units.ts";
import { removePart } from "./parts-api.ts";

interface CertificationCardProps {
  claim: Claim;
  certification: Certification;
  index: number;
  onEdit: () => void;
}

/** One statement of in-house cost. */
export function CertificationCard({ claim, certification, index, onEdit }: CertificationCardProps) {
  const { t } = useLingui();
  const units = useUnits();
  const remove = useMutation({
    mutationFn: () => removePart(claim.id, "certifications", certification.id),
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  return (
    <article
      className={classes.card}
      data-field={`certifications[${index}]`}
      aria-label={t`In-house cost: ${certification.personOrRole}`}
    >
      <div className={classes.cardHead}>
        <div className={classes.cardTitle}>
          <Trans>In-house: {certification.personOrRole}</Trans>
          <Text size="sm" c="dimmed" component="div" fw={400}>
            <DateText day={certification.from} /> – <DateText day={certification.to} /> ·{" "}
            {numberInWords(certification.quantity)} {units[certification.unit]} ×{" "}
            <MoneyText value={certification.unitCost} currency="plain" />
          </Text>
        </div>
        <Group gap="xs">
          <MoneyText value={certification.total} strong />
          <ActionIcon variant="subtle" color="gray" aria-label={t`Edit this statement`} onClick={onEdit}>
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Remove this statement`}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Group>
      </div>
      <Text size="sm" mt="xs">
        {certification.workDone}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        <Trans>
          Certified by {certification.certifierName}, {certification.certifierRole},{" "}
          <DateText day={certification.certifiedOn} />
        </Trans>
      </Text>
      {certification.file && (
        <Group mt="sm">
          <FileChip file={certification.file} />
        </Group>
      )}
    </article>
  );
}
