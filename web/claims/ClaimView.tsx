import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Claim } from "../api/types.ts";
import { InformationRequest } from "../conversations/InformationRequest.tsx";
import { useMe } from "../identity/me.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { StatusSentence } from "../ui/StatusSentence.tsx";
import { AmountsSection } from "./AmountsSection.tsx";
import { ClaimFacts } from "./ClaimFacts.tsx";
import classes from "./Claims.module.css";
import { Comments } from "./Comments.tsx";
import { findingsQuery } from "./claims-api.ts";
import { History } from "./History.tsx";
import { MetricsList } from "./MetricsList.tsx";
import { ProofList } from "./ProofList.tsx";
import { ReceiptLink } from "./ReceiptLink.tsx";
import { reviewIdOf } from "./review-id.ts";
import { Withdraw } from "./Withdraw.tsx";

/** A claim as a record: where it is, what was claimed, cut and approved and why, its proof, its history. */
export function ClaimView({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const me = useMe();
  const findings = useQuery(findingsQuery(claim.id));
  const checklist = findings.data?.checklist ?? [];
  const waiting = claim.status === "submitted" || claim.status === "under_review";
  const review = (
    <Button component={Link} to={`/reviews/${reviewIdOf(claim.id)}`} variant={waiting ? "filled" : "default"}>
      {waiting ? <Trans>Review</Trans> : <Trans>To the review</Trans>}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={claim.name}
        above={
          <>
            <Link to="/claims">
              <Trans>Claims</Trans>
            </Link>{" "}
            · {claim.number}
          </>
        }
        action={
          <>
            <ReceiptLink claim={claim} />
            {me.side === "partner" ? <Withdraw claim={claim} /> : claim.submittedAt && review}
          </>
        }
      >
        <StatusSentence
          face={claim.face}
          dueSide={claim.dueSide}
          dueOn={claim.dueOn}
          reader={me.side}
          partner={claim.partner.name}
        />
      </PageHeader>
      <div className={classes.editor}>
        <div className={classes.stack}>
          {claim.informationRequest && <InformationRequest request={claim.informationRequest} dueOn={claim.dueOn} />}
          <AmountsSection claim={claim} />
          <ProofList claim={claim} checklist={checklist} />
          <MetricsList claim={claim} checklist={checklist} />
          <Comments claim={claim} />
        </div>
        <div className={classes.stack}>
          <ClaimFacts claim={claim} title={t`Details`} />
          <History claimId={claim.id} />
        </div>
      </div>
    </>
  );
}
