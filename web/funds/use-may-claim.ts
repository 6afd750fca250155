import { useQuery } from "@tanstack/react-query";
import type { Fund } from "../api/types.ts";
import { programsQuery } from "../programs/programs-api.ts";

const isNothing = (amount: string): boolean => /^-|^0+(\.0+)?$/.test(amount);

/**
 * Whether a claim can begin at a fund today: its window is open, something is left, and the program asks for no plan. This
 * only decides what is offered; the server judges each step.
 */
export function useMayClaim(): (fund: Fund) => boolean {
  const programs = useQuery(programsQuery);
  return (fund) => {
    const program = programs.data?.items.find(({ code }) => code === fund.program);
    return (
      fund.claimable && !isNothing(fund.remaining.amount) && program !== undefined && program.planMode !== "required"
    );
  };
}
