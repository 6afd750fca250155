import { useSuspenseQuery } from "@tanstack/react-query";
import { useMe } from "../identity/me.ts";
import { ClaimView } from "./ClaimView.tsx";
import { claimQuery } from "./claims-api.ts";
import { ClaimEditor } from "./editor/ClaimEditor.tsx";

/** A claim: as a form while the partner may change it, as a record afterwards. */
export function ClaimPage({ id }: { id: string }) {
  const me = useMe();
  const { data: claim } = useSuspenseQuery(claimQuery(id));
  const editable = me.side === "partner" && claim.abilities["edit"]?.allowed === true;
  return editable ? <ClaimEditor key={claim.id} claim={claim} /> : <ClaimView claim={claim} />;
}
