import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Finding } from "../../api/types.ts";
import classes from "../Claims.module.css";
import { duplicatesQuery } from "../claims-api.ts";

/** So many claims are named beside a finding. */
const NAMED = 5;
const CODES: Record<string, string> = {
  "the same supplier and invoice number in another claim": "same-supplier-and-number",
  "the same supplier, date and total in another claim": "same-supplier-date-and-total",
  "the same file in another claim": "same-file",
};

/** The function that puts beside a finding in which other claims its invoice or file stands, as far as the reader may see them. */
export function useStandsAlsoIn(claimId: string, findings: readonly Finding[] | undefined) {
  const asked = findings?.some(({ rule }) => isDuplicate(rule)) === true;
  const { data } = useQuery({ ...duplicatesQuery(claimId), enabled: asked });
  return ({ rule, field, found }: Finding) => {
    if (!isDuplicate(rule)) return null;
    const items = data?.items.filter((item) => item.field === field && item.code === (CODES[found] ?? item.code)) ?? [];
    return items.length === 0 ? null : <StandsAlsoIn items={items} />;
  };
}

const isDuplicate = (rule: string): boolean => rule === "invoice.duplicate" || rule === "document.duplicate";

interface Item {
  readonly where: "same-partner" | "other-partner";
  readonly claims: readonly { readonly id: string; readonly number: string; readonly name: string }[];
}

function StandsAlsoIn({ items }: { items: readonly Item[] }) {
  const claims = items.flatMap((item) => item.claims);
  const more = claims.length - NAMED;
  const hidden = (where: Item["where"]): boolean =>
    items.some((item) => item.where === where && item.claims.length === 0);
  return (
    <ul className={classes.alsoIn}>
      {claims.slice(0, NAMED).map(({ id, number, name }) => (
        <li key={id}>
          <Trans>
            Also in{" "}
            <Link to="/claims/$id" params={{ id }} className="fp-num">
              {number}
            </Link>
            , {name}
          </Trans>
        </li>
      ))}
      {more > 0 && (
        <li>
          <Trans>and in {more} more</Trans>
        </li>
      )}
      {hidden("same-partner") && (
        <li>
          <Trans>Also in a claim of your company that you may not see</Trans>
        </li>
      )}
      {hidden("other-partner") && (
        <li>
          <Trans>Also in another partner's claim</Trans>
        </li>
      )}
    </ul>
  );
}
