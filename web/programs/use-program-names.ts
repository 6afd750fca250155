import { useQuery } from "@tanstack/react-query";
import { codeInWords, programsQuery } from "./programs-api.ts";

/** The names of programs by their code; the code in words until they are there. */
export function useProgramNames(): (code: string) => string {
  const programs = useQuery(programsQuery);
  return (code) => programs.data?.items.find((program) => program.code === code)?.name ?? codeInWords(code);
}
