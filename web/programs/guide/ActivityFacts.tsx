import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ActivityGuide } from "../../api/types.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import classes from "./Guide.module.css";
import { ProofItem } from "./ProofItem.tsx";
import { listed } from "./words/listed.ts";
import { useCapWords } from "./words/use-cap-words.ts";
import { useShareWords } from "./words/use-share-words.ts";

const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

/** Everything an edition says about one activity: proof with examples, results, cost that is paid, limits, consent. */
export function ActivityFacts({ activity }: { activity: ActivityGuide }) {
  const { t } = useLingui();
  const cap = useCapWords();
  const share = useShareWords();
  const certifiable = activity.eligibleExpenses.filter((expense) => expense.certifiable);
  return (
    <div className={classes.facts}>
      {activity.notes && <p>{activity.notes}</p>}
      {activity.channels.length > 0 && (
        <Fact title={t`Channels`}>
          <Trans>For each channel you use, everything it asks for by itself: {listed(names(activity.channels))}.</Trans>
        </Fact>
      )}
      <Fact title={t`Proof of the work`}>
        {activity.proof.length === 0 ? (
          <Trans>None besides the proof of cost.</Trans>
        ) : (
          <ul className={classes.proofs}>
            {activity.proof.map((proof) => (
              <ProofItem key={proof.code} proof={proof} />
            ))}
          </ul>
        )}
      </Fact>
      {activity.coreRequirements.length > 0 && (
        <Fact title={t`What the proof must show`}>
          <ul>
            {activity.coreRequirements.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact title={t`Results to report`}>
        {activity.metrics.length === 0 ? (
          <Trans>None.</Trans>
        ) : (
          <ul>
            {activity.metrics.map(({ code, name, required }) => (
              <li key={code}>
                {name}
                {!required && ` (${t`optional`})`}
              </li>
            ))}
          </ul>
        )}
        {activity.metricsWaivedFor.length > 0 && (
          <p>
            <Trans>Not needed when all cost is: {listed(names(activity.metricsWaivedFor))}.</Trans>
          </p>
        )}
      </Fact>
      <Fact title={t`Cost that is paid`}>
        <ul>
          {activity.eligibleExpenses.map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
        </ul>
        <p>
          {certifiable.length > 0 ? (
            <Trans>Work of your own people can be certified for: {listed(names(certifiable))}.</Trans>
          ) : (
            <Trans>Only with a supplier's invoice; in-house cost cannot be certified.</Trans>
          )}
        </p>
      </Fact>
      {activity.shares.length > 0 && (
        <Fact title={t`Part that the vendor pays`}>
          <ul>
            {activity.shares.map((each) => (
              <li key={JSON.stringify(each)}>{share(each)}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact title={t`Limit`}>
        {activity.caps.length === 0 ? (
          <Trans>None but the balance of the fund.</Trans>
        ) : (
          <ul>
            {activity.caps.map((each) => (
              <li key={JSON.stringify(each)}>{cap(each)}</li>
            ))}
          </ul>
        )}
      </Fact>
      {(activity.requiresPreApproval || activity.preApprovalAbove) && (
        <Fact title={t`Consent beforehand`}>
          {activity.requiresPreApproval ? (
            <Trans>The vendor must agree before the work begins. The claim carries the ID it gave you.</Trans>
          ) : (
            <Trans>
              Above <MoneyText value={activity.preApprovalAbove} /> the vendor must agree before the work begins.
            </Trans>
          )}
        </Fact>
      )}
    </div>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h4>{title}</h4>
      {children}
    </section>
  );
}
