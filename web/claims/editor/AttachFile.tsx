import { Trans, useLingui } from "@lingui/react/macro";
import type { Claim, FileRef, Invoice } from "../../api/types.ts";
import { UploadDrop } from "../../ui/UploadDrop.tsx";
import { formOf, invoiceBody } from "./invoice-form.ts";
import { saveInvoice } from "./parts-api.ts";

/** The place for the file of an invoice that has none yet. */
export function AttachFile({ claim, invoice }: { claim: Claim; invoice: Invoice }) {
  const { t } = useLingui();
  const attach = (file: FileRef): Promise<void> =>
    saveInvoice(claim.id, invoiceBody({ ...formOf(invoice), file }, invoice.currency), invoice);
  return (
    <div style={{ flex: 1 }}>
      <UploadDrop compact label={t`File of invoice ${invoice.number}`} onUploaded={attach}>
        <Trans>Drop the invoice itself here (PDF, picture or XML) or</Trans>
      </UploadDrop>
    </div>
  );
}
