import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { IconFileInvoice, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Assessment, Claim } from "../../api/types.ts";
import { activityTypesQuery } from "../../programs/programs-api.ts";
import { Section } from "../../ui/Section.tsx";
import { ClaimHint } from "../hints/ClaimHint.tsx";
import { CertificationCard } from "./CertificationCard.tsx";
import { CertificationForm } from "./CertificationForm.tsx";
import { InvoiceCard } from "./InvoiceCard.tsx";
import { InvoiceForm } from "./InvoiceForm.tsx";

interface CostsSectionProps {
  claim: Claim;
  assessment?: Assessment;
}

type Open = { kind: "invoice" | "certification"; id?: string } | undefined;

/** What the work cost: invoices as rows with their lines and file, and statements of in-house cost. */
export function CostsSection({ claim, assessment }: CostsSectionProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open>();
  const types = useQuery(activityTypesQuery(claim.program, claim.usage.from));
  const certifiable = types.data?.items.find(({ code }) => code === claim.activityType)?.certificationAllowed ?? false;
  const close = (): void => setOpen(undefined);
  const none = claim.invoices.length + claim.certifications.length === 0;
  return (
    <Section
      title={t`Costs`}
      hint={<Trans>What the work cost: invoices of your suppliers, line by line.</Trans>}
      action={<ClaimHint claim={claim} topic="costs" />}
    >
      <div data-field="invoices">
        {claim.invoices.map((invoice, index) =>
          open?.kind === "invoice" && open.id === invoice.id ? (
            <InvoiceForm key={invoice.id} claim={claim} invoice={invoice} onDone={close} />
          ) : (
            <InvoiceCard
              key={invoice.id}
              claim={claim}
              invoice={invoice}
              index={index}
              lines={assessment?.lines ?? []}
              onEdit={() => setOpen({ kind: "invoice", id: invoice.id })}
            />
          ),
        )}
        {claim.certifications.map((certification, index) =>
          open?.kind === "certification" && open.id === certification.id ? (
            <CertificationForm key={certification.id} claim={claim} certification={certification} onDone={close} />
          ) : (
            <CertificationCard
              key={certification.id}
              claim={claim}
              certification={certification}
              index={index}
              onEdit={() => setOpen({ kind: "certification", id: certification.id })}
            />
          ),
        )}
        {open?.kind === "invoice" && !open.id && <InvoiceForm claim={claim} onDone={close} />}
        {open?.kind === "certification" && !open.id && <CertificationForm claim={claim} onDone={close} />}
        {none && !open && (
          <Text c="dimmed" size="sm" mb="sm">
            <Trans>
              No cost yet. Add the invoice of the agency, the printer or the venue; its file can be a PDF, a picture or
              an e-invoice.
            </Trans>
          </Text>
        )}
        {!open && (
          <Group mt="md">
            <Button
              variant="default"
              leftSection={<IconFileInvoice size={17} aria-hidden />}
              onClick={() => setOpen({ kind: "invoice" })}
            >
              <Trans>Add an invoice</Trans>
            </Button>
            {certifiable && (
              <Button
                variant="default"
                leftSection={<IconUsers size={17} aria-hidden />}
                onClick={() => setOpen({ kind: "certification" })}
              >
                <Trans>Add in-house cost</Trans>
              </Button>
            )}
            {certifiable && <ClaimHint claim={claim} topic="certification" />}
          </Group>
        )}
      </div>
    </Section>
  );
}
