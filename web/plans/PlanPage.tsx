import { useSuspenseQuery } from "@tanstack/react-query";
import { useMe } from "../identity/me.ts";
import { PlanEditor } from "./editor/PlanEditor.tsx";
import { PlanView } from "./PlanView.tsx";
import { planQuery } from "./plans-api.ts";

interface PlanPageProps {
  id: string;
  /** Id of the campaign or activity that is picked; none for the plan itself. */
  at: string | undefined;
  onPick: (id: string | undefined) => void;
}

/** A plan: as a form while the partner may change it, as a record with what may be done next afterwards. */
export function PlanPage({ id, at, onPick }: PlanPageProps) {
  const me = useMe();
  const { data: plan } = useSuspenseQuery(planQuery(id));
  const editable = me.side === "partner" && plan.abilities["edit"]?.allowed === true;
  return editable ? <PlanEditor plan={plan} at={at} onPick={onPick} /> : <PlanView plan={plan} />;
}
