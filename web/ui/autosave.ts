/** Fields of a form as text, by name. */
export type Fields = Record<string, string>;

/** What was found when a save met somebody else's change of the same fields. */
export interface Conflict<F extends Fields> {
  readonly fields: readonly { name: keyof F & string; mine: string; theirs: string }[];
}

/**
 * Compares my unsaved fields with what somebody else saved meanwhile. Only fields that both changed, and differently, are
 * a conflict; everything else goes together by itself.
 */
export function conflictOf<F extends Fields>(base: F, mine: Partial<F>, theirs: F): Conflict<F> | undefined {
  const fields = Object.entries(mine).flatMap(([name, value]) => {
    // A field that nobody has filled yet is absent; that is the same as empty.
    const [before, other] = [base[name] ?? "", theirs[name] ?? ""];
    return value !== undefined && other !== before && other !== value ? [{ name, mine: value, theirs: other }] : [];
  });
  return fields.length === 0 ? undefined : { fields };
}

/** My unsaved fields without those that are saved now with the very value they have. */
export function unsavedAfter<F extends Fields>(draft: Partial<F>, saved: Partial<F>): Partial<F> {
  return Object.fromEntries(Object.entries(draft).filter(([name, value]) => saved[name] !== value)) as Partial<F>;
}
