import { api, dataOf, ifMatch } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import type { EditClaim } from "../../api/schema.gen.d.ts";
import type { Claim } from "../../api/types.ts";
import { useAutosave } from "../../ui/use-autosave.ts";
import { claimQuery, keepClaim } from "../claims-api.ts";

/** The claim's own fields as text. */
export type ClaimFields = {
  name: string;
  activityType: string;
  executionDate: string;
  amountClaimed: string;
  preApprovalId: string;
};

const fieldsOf = (claim: Claim): ClaimFields => ({
  name: claim.name,
  activityType: claim.activityType,
  executionDate: claim.executionDate ?? "",
  amountClaimed: claim.amountClaimed?.amount ?? "",
  preApprovalId: claim.preApprovalId ?? "",
});

function bodyOf(change: Partial<ClaimFields>, currency: string): EditClaim {
  const { amountClaimed, executionDate, preApprovalId, ...rest } = change;
  return {
    ...rest,
    ...(executionDate === undefined ? {} : { executionDate: executionDate || null }),
    ...(preApprovalId === undefined ? {} : { preApprovalId: preApprovalId || null }),
    ...(amountClaimed === undefined
      ? {}
      : { amountClaimed: amountClaimed === "" ? null : { amount: amountClaimed, currency } }),
  };
}

const load = (claim: Claim): Promise<Claim> =>
  dataOf(api.GET("/api/v1/claims/{id}", { params: { path: { id: claim.id } } }));

/** The claim's details, saving themselves. */
export const useClaimForm = (claim: Claim, personId: string) =>
  useAutosave<Claim, ClaimFields>({
    storageKey: `${personId}.claim.${claim.id}`,
    resource: claim,
    fields: fieldsOf,
    save: (change, version) =>
      dataOf(
        api.PATCH("/api/v1/claims/{id}", {
          params: { path: { id: claim.id }, header: ifMatch(version) },
          body: bodyOf(change, claim.currency),
        }),
      ),
    load: () => load(claim),
    onSaved: keepClaim,
  });

export type ClaimForm = ReturnType<typeof useClaimForm>;

/** The claim as last seen in this page. */
const known = (claim: Claim): Claim => queryClient.getQueryData<Claim>(claimQuery(claim.id).queryKey) ?? claim;

/** The claim's metrics, saving themselves. All are written together, on the claim's version. */
export const useMetricsForm = (claim: Claim, personId: string) =>
  useAutosave<Claim, Record<string, string>>({
    storageKey: `${personId}.claim.${claim.id}.metrics`,
    resource: claim,
    fields: (resource) => resource.metrics,
    save: async (change, version) => {
      const all = Object.entries({ ...known(claim).metrics, ...change }).map(([code, value]) => [
        code,
        value === "" ? null : (value ?? null),
      ]);
      const saved = await dataOf(
        api.PUT("/api/v1/claims/{id}/metrics", {
          params: { path: { id: claim.id }, header: ifMatch(version) },
          body: Object.fromEntries(all),
        }),
      );
      return { ...known(claim), ...saved };
    },
    load: () => load(claim),
    // The answer tells the metrics and the version only; whether the claim may be submitted now is read anew.
    onSaved: (saved) => {
      keepClaim(saved);
      void queryClient.invalidateQueries({ queryKey: claimQuery(claim.id).queryKey, exact: true });
    },
  });

export type MetricsForm = ReturnType<typeof useMetricsForm>;
