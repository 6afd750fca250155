import type { ActivityType } from "./activity-type-schema.ts";
import { activityTypeOf } from "./edition.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { Cap } from "./parts/cap-schema.ts";
import type { ClaimField } from "./parts/field-schema.ts";
import type { CostShare } from "./parts/share-schema.ts";
import { shareOf, shareText } from "./rules/share.ts";

/** What a claim says about itself, as far as more is asked because of it. */
export interface AskedClaim {
  readonly activityType: string;
  readonly fundType: string;
  readonly sponsors: number | null;
}

/** What an edition asks of a claim beside what every claim says, for its activity type. */
export interface ClaimAsks {
  /** The program's own fields, in its order. */
  readonly fields: readonly ClaimField[];
  /** The form that the name must have. */
  readonly name: { readonly pattern: string; readonly example: string } | null;
  /** Whether the number of vendors that pay together changes anything. */
  readonly sponsors: boolean;
  /** Whether claims of one event count together. */
  readonly event: boolean;
  /** The vendor's part of the cost; null where it pays all of it. */
  readonly share: AskedShare | null;
}

/** The vendor's part of the cost: as a text, and where one is agreed, what may be. */
export interface AskedShare {
  /** `50 %`, `25 %, 50 %`, `1/3, ≤ 50 %`. */
  readonly text: string;
  readonly agreed:
    | { readonly kind: "list"; readonly percents: string[]; readonly usual: string | null }
    | { readonly kind: "range"; readonly from: string; readonly to: string; readonly usual: string | null }
    | null;
}

/** What the edition asks of a claim of this activity type. Pure; a type that there is not is asked for what all are. */
export function claimAsks(document: EditionDocument, claim: AskedClaim): ClaimAsks {
  const { claims, costShare } = document;
  const type = activityTypeOf(document, claim.activityType);
  const shares = (costShare ?? []).filter((rule) => isFor(rule, claim));
  return {
    fields: (claims?.fields ?? []).filter(
      ({ askedOn, activityTypes }) =>
        askedOn !== "request" && (!activityTypes || activityTypes.includes(claim.activityType)),
    ),
    name: claims?.name ?? null,
    sponsors:
      mentions(document, "sponsors") ||
      shares.some(
        ({ share, sponsorsFrom, sponsorsTo }) =>
          share.kind === "equal-parts" || sponsorsFrom !== undefined || sponsorsTo !== undefined,
      ),
    event: asksForEvent(document, type),
    share: askedShare(costShare, claim),
  };
}

function isFor({ activityTypes, fundTypes }: CostShare, { activityType, fundType }: AskedClaim): boolean {
  return (!activityTypes || activityTypes.includes(activityType)) && (!fundTypes || fundTypes.includes(fundType));
}

function askedShare(costShare: EditionDocument["costShare"], claim: AskedClaim): AskedShare | null {
  const sponsors = claim.sponsors ?? 1;
  const found = shareOf(costShare, { ...claim, sponsors, chosen: undefined });
  if (!found) return null;
  const { share } = found;
  const text = shareText(share, sponsors);
  switch (share.kind) {
    case "list":
      return { text, agreed: { kind: "list", percents: [...share.percents], usual: share.usual ?? null } };
    case "range":
      return { text, agreed: { kind: "range", from: share.from, to: share.to, usual: share.usual ?? null } };
    case "fixed":
    case "equal-parts":
      return { text, agreed: null };
    default:
      return share satisfies never;
  }
}

function asksForEvent(document: EditionDocument, type: ActivityType | undefined): boolean {
  const caps: readonly Cap[] = [...(type?.caps ?? []), ...(document.programCaps ?? [])];
  const counts = document.claims?.counts ?? [];
  return (
    caps.some(({ per }) => per === "event") ||
    counts.some(
      ({ per, activityTypes }) => per === "event" && (!activityTypes || (type && activityTypes.includes(type.code))),
    ) ||
    mentions(document, "event")
  );
}

/** Whether a condition of the edition reads this of the claim. */
function mentions({ conditions }: EditionDocument, name: string): boolean {
  const read = new RegExp(`\\bclaim\\.${name}\\b`);
  return (conditions ?? []).some(({ when, holds }) => read.test(`${when ?? ""} ${holds}`));
}
