import { useQuery } from "@tanstack/react-query";
import type { Claim } from "../api/types.ts";
import { codeInWords, editionQuery } from "../programs/programs-api.ts";

/** The names of expense types as the claim's edition gives them; the code in words until they are there. */
export function useExpenseNames(claim: Pick<Claim, "program" | "edition">): (code: string | null) => string {
  const edition = useQuery(editionQuery(claim.program, claim.edition.programYear));
  return (code) =>
    code ? (edition.data?.expenseTypes.find((type) => type.code === code)?.name ?? codeInWords(code)) : "–";
}
