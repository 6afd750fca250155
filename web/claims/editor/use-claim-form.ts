import { api, dataOf, ifMatch } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import type { EditClaim } from "../../api/schema.gen.d.ts";
import type { Claim } from "../../api/types.ts";
import { useAutosave } from "../../ui/use-autosave.ts";
import { claimQuery, keepClaim } from "../claims-api.ts";

/** A field that the program asks for, by its code. */
export type OwnField = `fields.${string}`;

/** The claim's fields as text: those of every claim, and those that its program asks for. */
export type ClaimFields = {
  name: string;
  activityType: string;
  executionDate: string;
  amountClaimed: string;
  preApprovalId: string;
  sponsors: string;
  sharePercent: string;
  event: string;
  [own: OwnField]: string;
};

const fieldsOf = (claim: Claim): ClaimFields => ({
  name: claim.name,
  activityType: claim.activityType,
  executionDate: claim.executionDate ?? "",
  amountClaimed: claim.amountClaimed?.amount ?? "",
  preApprovalId: claim.preApprovalId ?? "",
  sponsors: claim.sponsors === null ? "" : String(claim.sponsors),
  sharePercent: claim.sharePercent ?? "",
  event: claim.event ?? "",
  ...Object.fromEntries(claim.asks.fields.map(({ code }) => [`fields.${code}`, claim.fields[code] ?? ""])),
});

const OWN = "fields.";

/** What changed, as the API takes it. The program's own fields go out all together, with what is known of the others. */
function bodyOf(change: Partial<ClaimFields>, { currency, fields }: Pick<Claim, "currency" | "fields">): EditClaim {
  const { name, activityType, amountClaimed, executionDate, preApprovalId, sponsors, sharePercent, event } = change;
  const own = Object.entries(change).filter(([field]) => field.startsWith(OWN));
  const all = { ...fields, ...Object.fromEntries(own.map(([field, text]) => [field.slice(OWN.length), text ?? ""])) };
  return {
    ...(name === undefined ? {} : { name }),
    ...(activityType === undefined ? {} : { activityType }),
    ...(own.length === 0 ? {} : { fields: Object.fromEntries(Object.entries(all).filter(([, text]) => text !== "")) }),
    ...(sponsors === undefined ? {} : { sponsors: sponsors === "" ? null : Number(sponsors) }),
    ...(sharePercent === undefined ? {} : { sharePercent: sharePercent || null }),
    ...(event === undefined ? {} : { event: event.trim() || null }),
    ...(executionDate === undefined ? {} : { executionDate: executionDate || null }),
    ...(preApprovalId === undefined ? {} : { preApprovalId: preApprovalId || null }),
    ...(amountClaimed === undefined
      ? {}
      : { amountClaimed: amountClaimed === "" ? null : { amount: amountClaimed, currency } }),
  };
}

const load = (claim: Claim): Promise<Claim> =>
  dataOf(api.GET("/api/v1/claims/{id}", { params: { path: { id: claim.id } } }));

/** The claim as last seen in this page. */
const known = (claim: Claim): Claim => queryClient.getQueryData<Claim>(claimQuery(claim.id).queryKey) ?? claim;

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
          body: bodyOf(change, known(claim)),
        }),
      ),
    load: () => load(claim),
    onSaved: keepClaim,
  });

export type ClaimForm = ReturnType<typeof useClaimForm>;

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
