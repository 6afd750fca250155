/** The id of a claim's review: a review is of one subject and carries its id under its own prefix. */
export const reviewIdOf = (claimId: string): string => claimId.replace(/^clm_/, "rev_");
