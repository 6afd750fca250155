import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import type { Claim } from "../../api/types.ts";
import { InformationRequest } from "../../conversations/InformationRequest.tsx";
import { useMe } from "../../identity/me.ts";
import { ConflictModal } from "../../ui/ConflictModal.tsx";
import { ExplainedButton } from "../../ui/ExplainedButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SaveIndicator } from "../../ui/SaveIndicator.tsx";
import { StatusSentence } from "../../ui/StatusSentence.tsx";
import classes from "../Claims.module.css";
import { Comments } from "../Comments.tsx";
import { findingsQuery } from "../claims-api.ts";
import { History } from "../History.tsx";
import { AskedSection } from "./AskedSection.tsx";
import { CancelClaim } from "./CancelClaim.tsx";
import { ChecklistPanel } from "./ChecklistPanel.tsx";
import { CostsSection } from "./CostsSection.tsx";
import { DetailsSection } from "./DetailsSection.tsx";
import { MetricsSection } from "./MetricsSection.tsx";
import { ProofSection } from "./ProofSection.tsx";
import { SubmitDialog } from "./SubmitDialog.tsx";
import { useClaimForm, useMetricsForm } from "./use-claim-form.ts";
import { useFieldLabels } from "./use-field-labels.ts";

/** The claim as a form that saves itself, with the live checklist beside it. */
export function ClaimEditor({ claim }: { claim: Claim }) {
  const me = useMe();
  const form = useClaimForm(claim, me.id);
  const metrics = useMetricsForm(claim, me.id);
  const findings = useQuery(findingsQuery(claim.id));
  const labels = useFieldLabels(claim);
  const [submitting, setSubmitting] = useState(false);
  const saveAll = async (): Promise<void> => {
    await Promise.all([form.saver.flush(), metrics.saver.flush()]);
  };
  // Leaving saves; nothing is asked, because nothing is lost.
  useBlocker({ shouldBlockFn: async () => (await saveAll(), false), enableBeforeUnload: false });
  const state = metrics.state.kind === "saved" ? form.state : metrics.state;

  return (
    <>
      <PageHeader
        title={form.values.name || claim.number}
        above={
          <>
            <Link to="/claims">
              <Trans>Claims</Trans>
            </Link>{" "}
            · {claim.number}
          </>
        }
      >
        <StatusSentence face={claim.face} dueSide={claim.dueSide} dueOn={claim.dueOn} reader="partner" />
      </PageHeader>
      {claim.informationRequest && <InformationRequest request={claim.informationRequest} dueOn={claim.dueOn} />}
      <div className={classes.editor}>
        <ChecklistPanel claim={claim} assessment={findings.data} error={findings.error}>
          <SaveIndicator state={state} />
          <ExplainedButton
            ability={claim.abilities["submit"]}
            onClick={() => void saveAll().then(() => setSubmitting(true))}
          >
            <Trans>Submit…</Trans>
          </ExplainedButton>
        </ChecklistPanel>
        <div className={classes.stack}>
          <DetailsSection claim={claim} form={form} findings={findings.data?.findings ?? []} />
          <AskedSection claim={claim} form={form} findings={findings.data?.findings ?? []} />
          <CostsSection claim={claim} {...(findings.data ? { assessment: findings.data } : {})} />
          <ProofSection claim={claim} checklist={findings.data?.checklist} />
          <MetricsSection claim={claim} form={metrics} />
          <Comments claim={claim} />
          <History claimId={claim.id} />
          <CancelClaim claim={claim} />
        </div>
      </div>
      <SubmitDialog claim={claim} assessment={findings.data} opened={submitting} onClose={() => setSubmitting(false)} />
      <ConflictModal conflict={form.conflict} labels={labels} onSettle={(mine) => form.saver.settle(mine)} />
      <ConflictModal conflict={metrics.conflict} labels={{}} onSettle={(mine) => metrics.saver.settle(mine)} />
    </>
  );
}
