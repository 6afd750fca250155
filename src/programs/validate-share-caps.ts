import type { ActivityType } from "./activity-type-schema.ts";
import { type Fault, fault, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import type { Cap } from "./parts/cap-schema.ts";
import type { Share } from "./parts/share-schema.ts";
import { bindingCaps } from "./rules/caps.ts";
import { tenThousandths } from "./ten-thousandths.ts";

/**
 * A cap in percent of the cost stands beside the share of the cost that the vendor pays: below the least share it takes from
 * every claim, or refuses every claim; above the greatest it takes from none.
 */
export function validateShareCaps(document: EditionDocument): readonly Fault[] {
  const found = document.activityTypes.flatMap((type, t) => [
    ...besideShare(document, type, type.caps, `activityTypes[${t}].caps`),
    ...besideShare(document, type, document.programCaps ?? [], "programCaps"),
  ]);
  return found.filter((each, i) => found.findIndex(({ field }) => field === each.field) === i);
}

function besideShare(document: EditionDocument, type: ActivityType, caps: readonly Cap[], list: string): Fault[] {
  const share = sharesOf(document, type);
  return bindingCaps({ caps }, document.programClass).flatMap(({ cap, index }) => {
    if (cap.kind !== "percent-of-cost" || cap.appliesToExpenses || cap.partnerTypes) return [];
    const at = `${list}[${index}]`;
    const most = tenThousandths(cap.amount);
    if (most < share.least && cap.effect === "blocks") {
      return [
        fault(
          "cap.below-share",
          at,
          `${cap.amount} %`,
          `${percentText(share.least)} % or more`,
          `The vendor pays ${percentText(share.least)} % of the cost or more, and a claim above ${cap.amount} % of it is refused, so none can ever be submitted. Let the cap cut, or raise it to the share.`,
        ),
      ];
    }
    if (!document.costShare) return [];
    if (most < share.least) {
      return [
        warning(
          "cap.below-share",
          at,
          `${cap.amount} %`,
          `${percentText(share.least)} % or more`,
          `The vendor pays ${percentText(share.least)} % of the cost or more, and the cap leaves ${cap.amount} %: every claim is cut. Say one of the two.`,
        ),
      ];
    }
    if (most <= share.most) return [];
    return [
      warning(
        "cap.unreachable",
        at,
        `${cap.amount} %`,
        `up to ${percentText(share.most)} %`,
        "The vendor's share of the cost is lower, so this cap never cuts anything.",
      ),
    ];
  });
}

interface Between {
  readonly least: bigint;
  readonly most: bigint;
}

const WHOLE = 1_000_000n;

/** Between what the vendor's part of the cost of a type lies, in ten-thousandths of a percent. The first share that fits counts. */
function sharesOf({ costShare = [] }: EditionDocument, { code }: ActivityType): Between {
  const fitting = costShare.filter(({ activityTypes }) => activityTypes?.includes(code) !== false);
  const general = fitting.findIndex(
    ({ fundTypes, sponsorsFrom, sponsorsTo }) => !fundTypes && (sponsorsFrom ?? 1) <= 1 && sponsorsTo === undefined,
  );
  // Where no share fits, all of the cost is the vendor's.
  const bounds = (general < 0 ? fitting : fitting.slice(0, general + 1)).map(({ share }) => boundsOf(share));
  const all = general < 0 ? [...bounds, { least: WHOLE, most: WHOLE }] : bounds;
  return all.reduce((a, b) => ({
    least: a.least < b.least ? a.least : b.least,
    most: a.most > b.most ? a.most : b.most,
  }));
}

function boundsOf(share: Share): Between {
  switch (share.kind) {
    case "fixed": {
      const part = tenThousandths(share.percent);
      return { least: part, most: part };
    }
    case "list": {
      const parts = share.percents.map(tenThousandths).sort((a, b) => (a < b ? -1 : 1));
      return { least: parts[0] ?? 0n, most: parts.at(-1) ?? WHOLE };
    }
    case "range":
      return { least: tenThousandths(share.from), most: tenThousandths(share.to) };
    case "equal-parts":
      return { least: 0n, most: share.most === undefined ? WHOLE : tenThousandths(share.most) };
    default:
      return share satisfies never;
  }
}

function percentText(part: bigint): string {
  const text = String(part).padStart(5, "0");
  return `${text.slice(0, -4)}.${text.slice(-4)}`.replace(/\.?0+$/, "");
}
