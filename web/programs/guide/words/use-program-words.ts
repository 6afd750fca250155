import { useLingui } from "@lingui/react/macro";
import type { ProgramStatement } from "../../../api/types.ts";
import { codeInWords } from "../../programs-api.ts";
import { listed } from "./listed.ts";
import type { Said } from "./said.ts";

/** What the program is, in sentences. */
export function useProgramWords(): (statement: ProgramStatement) => Said {
  const { t } = useLingui();
  const kinds: Record<string, string> = {
    rebate: t`pays part of what you earn as a rebate`,
    "co-op": t`sets money aside for joint marketing`,
    plan: t`pays for activities of a plan`,
    association: t`rewards being a customer's partner of record`,
    engagement: t`pays for work that a customer has agreed to`,
    "direct-pay": t`pays directly for single activities`,
  };
  return (statement) => {
    switch (statement.code) {
      case "kinds": {
        const what = listed(statement.kinds.map((kind) => kinds[kind] ?? kind));
        return { head: t`What it is`, text: t`The program ${what}.` };
      }
      case "taking-part":
        return {
          head: t`Who may take part`,
          text: statement.openEnrollment
            ? t`Every location of a partner may enrol; no invitation is needed. An incentives admin does it.`
            : t`Locations that the vendor invites. An incentives admin of the partner accepts the invitation.`,
        };
      case "eligibility":
        return { head: t`What a location must have`, text: eligible(statement) };
      case "who-submits":
        return {
          head: t`Who submits`,
          text: statement.roles
            ? t`Only people with one of these roles: ${listed(statement.roles.map(codeInWords))}.`
            : statement.incentivesUserMaySubmit
              ? t`Incentives users and admins of the location may prepare and submit claims.`
              : t`Everybody with claim rights may prepare a claim; an incentives admin submits it.`,
        };
      case "proof-timing":
        return {
          head: t`Proof or money first`,
          text:
            statement.poeTiming === "before-payment"
              ? t`Proof comes first: you do the work, prove it with the claim, and are paid after the approval.`
              : t`Money comes first: an approved plan is paid, and the proof is handed in afterwards, by the proof deadline. What is not proved is taken back.`,
        };
    }
  };

  function eligible({ rule, least, items }: Extract<ProgramStatement, { code: "eligibility" }>): string {
    const names = items.map(({ name }) => name);
    if (rule === "all-of") return t`All of these: ${listed(names)}.`;
    if (rule === "any-of") return t`One of these: ${listed(names, "disjunction")}.`;
    return t`At least ${least ?? 1} of these: ${listed(names)}.`;
  }
}
