import { type Finding, sentence } from "../../kernel/index.ts";
import type { CostShare, Share } from "../parts/share-schema.ts";
import { type Case, finding, type Rule } from "./case.ts";
import { type CutRule, cutEach } from "./cut.ts";
import { sponsorsOf } from "./subject.ts";

/** A part of the whole, exactly: 1 of 3, or 50 of 100. */
export interface Part {
  readonly of: bigint;
  readonly all: bigint;
}

/** What the sharing rules need to know of a claim or request. */
export interface Shared {
  readonly activityType: string;
  readonly fundType: string | undefined;
  readonly sponsors: number;
  /** What was agreed where the edition leaves a choice; decimal text. */
  readonly chosen: string | undefined;
}

/** The share of the vendor that is for a claim or request, with where it stands; undefined when cost is not shared. */
export function shareOf(
  shares: readonly CostShare[] | undefined,
  { activityType, fundType, sponsors }: Shared,
): { readonly share: Share; readonly at: string } | undefined {
  const index = (shares ?? []).findIndex(
    (rule) =>
      (!rule.activityTypes || rule.activityTypes.includes(activityType)) &&
      (!rule.fundTypes || (fundType !== undefined && rule.fundTypes.includes(fundType))) &&
      (rule.sponsorsFrom === undefined || sponsors >= rule.sponsorsFrom) &&
      (rule.sponsorsTo === undefined || sponsors <= rule.sponsorsTo),
  );
  const rule = shares?.[index];
  return rule && { share: rule.share, at: `costShare[${index}]` };
}

/** The part the vendor pays; undefined where one must be agreed first, or what was agreed is not offered. */
export function partOf(share: Share, { sponsors, chosen: agreed }: Shared): Part | undefined {
  const chosen = agreed ?? usualOf(share);
  switch (share.kind) {
    case "fixed":
      return percentPart(share.percent);
    case "list":
      return share.percents.some((offered) => isSame(offered, chosen)) ? percentPart(chosen) : undefined;
    case "range": {
      const [part, from, to] = [percentPart(chosen), percentPart(share.from), percentPart(share.to)];
      return part && from && to && from.of <= part.of && part.of <= to.of ? part : undefined;
    }
    case "equal-parts": {
      const equal = { of: 1n, all: BigInt(sponsors) };
      const most = share.most === undefined ? undefined : percentPart(share.most);
      return most && most.of * equal.all < equal.of * most.all ? most : equal;
    }
    default:
      return share satisfies never;
  }
}

/** What counts where nothing was agreed. */
function usualOf(share: Share): string | undefined {
  return share.kind === "list" || share.kind === "range" ? share.usual : undefined;
}

/** What may be agreed, in words: `50 %`, `5 %, 10 %`, `5 % – 100 %`, `1/3`. */
export function shareText(share: Share, sponsors: number): string {
  switch (share.kind) {
    case "fixed":
      return `${share.percent} %`;
    case "list":
      return share.percents.map((percent) => `${percent} %`).join(", ");
    case "range":
      return `${share.from} % – ${share.to} %`;
    case "equal-parts":
      return share.most === undefined ? `1/${sponsors}` : `1/${sponsors}, ≤ ${share.most} %`;
    default:
      return share satisfies never;
  }
}

/** A choice that the edition leaves must have been made, and be one it offers. */
export const judgeShare: Rule = (c) => judgeShareOf(c, c.facts.fund?.type);

/** The same for a fund of a given type. */
export function judgeShareOf(c: Case, fundType: string | undefined): Finding[] {
  const known = { ...sharedOf(c), fundType };
  const found = shareOf(c.document.costShare, known);
  if (!found || partOf(found.share, known)) return [];
  return [
    finding(c, {
      rule: known.chosen === undefined ? "share.missing" : "share.not-offered",
      severity: "blocks",
      field: "sharePercent",
      found: known.chosen === undefined ? "nothing" : `${known.chosen} %`,
      allowed: shareText(found.share, known.sponsors),
      at: `${found.at}.share`,
      remedy: sentence("Name the share that the vendor agreed to pay: {shares}.", {
        shares: shareText(found.share, known.sponsors),
      }),
    }),
  ];
}

/**
 * Each eligible line is lowered to the vendor's part. Parts of minor units are kept in sum: the lines together are the
 * vendor's part of the whole, rounded down once.
 */
export const cutToShare: CutRule = (c, lines) => {
  const known = sharedOf(c);
  const found = shareOf(c.document.costShare, known);
  const part = found && partOf(found.share, known);
  if (!found || !part || part.of === part.all) return { lines, findings: [] };
  const text = shareText(found.share, known.sponsors);
  const words =
    found.share.kind === "list" || found.share.kind === "range" ? `${known.chosen ?? usualOf(found.share)} %` : text;
  let cost = 0n;
  let paid = 0n;
  return cutEach(
    c,
    lines,
    {
      rule: "share.vendor-part",
      reasonCode: "cost-share",
      at: `${found.at}.share`,
      remedy: sentence("The vendor pays {share} of the eligible cost; the rest is the partner's own part.", {
        share: words,
      }),
      severity: "informs",
    },
    (line) => {
      cost += line.left;
      const keep = (cost * part.of) / part.all - paid;
      paid += keep;
      return keep;
    },
  );
};

function sharedOf(c: Case): Shared {
  const { activityType, sharePercent } = c.subject;
  const agreed = c.facts.preApproval?.sharePercent ?? sharePercent ?? undefined;
  return {
    activityType,
    fundType: c.facts.fund?.type,
    sponsors: sponsorsOf(c.subject),
    chosen: agreed === undefined || agreed.trim() === "" ? undefined : agreed.trim(),
  };
}

function percentPart(text: string | undefined): Part | undefined {
  const match = text === undefined ? null : /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const of = BigInt(`${match[1]}${(match[2] ?? "").padEnd(4, "0")}`);
  return of > 1_000_000n ? undefined : { of, all: 1_000_000n };
}

function isSame(offered: string, chosen: string | undefined): boolean {
  const [a, b] = [percentPart(offered), percentPart(chosen)];
  return a !== undefined && b !== undefined && a.of === b.of;
}
