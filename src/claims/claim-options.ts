import type { z } from "zod";
import { type FundItem, isClaimable, listFunds } from "../funds/index.ts";
import { holds } from "../identity/index.ts";
import { type Actor, type Command, dateIn, enforce, notFound, uuidOf } from "../kernel/index.ts";
import { moneyOf, toWire } from "../money/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Page } from "../platform/http/index.ts";
import {
  type ActivityRoom,
  activityRoom,
  capStatement,
  catalogueOf,
  type Edition,
  editionById,
  namesIn,
  windowFor,
} from "../programs/index.ts";
import { approvedBeforeIn } from "./approved-before.ts";
import type { CLAIM_OBSTACLES, ClaimOption, ClaimOptionQuery } from "./claim-option-contract.ts";
import { mayCreateClaimFor, mayListClaims } from "./claim-policy.ts";

type FundOut = z.input<typeof FundItem>;
type OptionOut = z.input<typeof ClaimOption>;
type Obstacle = (typeof CLAIM_OBSTACLES)[number];
type Approved = NonNullable<ReturnType<Awaited<ReturnType<typeof approvedBeforeIn>>["get"]>>;

/**
 * What may be claimed from each fund in sight whose claiming has not ended: every activity type of the edition that judges it,
 * up to what the balance and the caps leave, and why not today. Where the actor may see funds but no claims, a fund comes
 * without activities: what a cap still leaves would tell what was approved.
 */
export async function listClaimOptions(
  tx: Tx,
  command: Command,
  list: z.output<typeof ClaimOptionQuery>,
): Promise<Page<OptionOut>> {
  enforce(mayListClaims(command.actor));
  const { fund: id, ...rest } = list;
  const page = await listFunds(tx, command, { ...rest, sort: rest.sort ?? "expiresOn", id, open: "true" });
  const ids = page.items.map(({ id: text }) => uuidOf("fund", text) ?? "");
  const standings = await standingsOf(tx, ids);
  const approved = await approvedBeforeIn(tx, ids);
  const items: OptionOut[] = [];
  for (const [index, fund] of page.items.entries()) {
    const standing = standings.get(ids[index] ?? "");
    if (!standing) throw new Error("every fund of a page has a standing");
    const edition = await editionById(tx, standing.editionId);
    if (!edition) throw notFound("edition");
    items.push(optionOf(command, { fund, standing, edition, approved: approved.get(standing.fundId) ?? [] }));
  }
  return { items, nextCursor: page.nextCursor };
}

/** How a fund's location stands in the program year in which the fund is used. */
interface Standing {
  readonly fundId: string;
  readonly programId: string;
  readonly locationId: string;
  readonly editionId: string;
  readonly enrolled: boolean;
  /** Enrolment has begun, and waits for bank and tax data. */
  readonly enrolling: boolean;
  readonly payoutReady: boolean;
}

async function standingsOf(tx: Tx, fundIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  if (fundIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("fund")
    .innerJoin("program_edition", "program_edition.id", "fund.usage_edition_id")
    .leftJoin("enrollment", (join) =>
      join
        .onRef("enrollment.location_id", "=", "fund.location_id")
        .onRef("enrollment.program_id", "=", "fund.program_id")
        .onRef("enrollment.program_year", "=", "program_edition.program_year"),
    )
    .select(["fund.id", "fund.program_id", "fund.location_id", "fund.usage_edition_id"])
    .select(["enrollment.status", "enrollment.payout_ready"])
    .where("fund.id", "in", [...fundIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fundId: row.id,
        programId: row.program_id,
        locationId: row.location_id,
        editionId: row.usage_edition_id,
        enrolled: row.status === "enrolled",
        enrolling: row.status === "action_required" || row.status === "validating",
        payoutReady: row.payout_ready === true,
      },
    ]),
  );
}

interface OptionParts {
  readonly fund: FundOut;
  readonly standing: Standing;
  readonly edition: Edition;
  readonly approved: Approved;
}

function optionOf({ actor, now }: Command, parts: OptionParts): OptionOut {
  const { fund, standing, edition } = parts;
  return {
    fund,
    claimable: claimableOf(actor, now, parts),
    edition: { programYear: edition.programYear, version: edition.version },
    proofDeadline: windowFor(edition.document, fund.usagePeriod)?.proofDeadline ?? null,
    activities: holds(actor, "claim.view", standing) ? activitiesOf(parts) : [],
  };
}

/** Whether a claim can be made and submitted today; else the first thing that stands in the way. */
function claimableOf(actor: Actor, now: Date, parts: OptionParts): OptionOut["claimable"] {
  const { fund, standing, edition } = parts;
  const { document } = edition;
  const role = mayCreateClaimFor(actor, standing);
  if (!role.allowed) return no("role-missing", role.message ?? "Your role does not let you create claims here.");
  if (fund.qualified === false)
    return no("below-threshold", "Less was earned than the program's threshold, so nothing can be claimed.");
  if (document.planMode === "required")
    return no("plan-required", "This program pays for activities of an approved plan only. Begin at the plan.");
  if (!isClaimable(fundDates(fund), document.timeZone, now)) {
    return dateIn(document.timeZone, now) < fund.claimWindow.from
      ? no("window-not-open", `Claiming opens on ${fund.claimWindow.from}.`)
      : no("window-closed", `Claiming ended on ${fund.claimWindow.to}.`);
  }
  if (moneyOf(fund.remaining.amount, fund.currency).minor <= 0n)
    return no("nothing-left", "Nothing is left in this fund.");
  if (!standing.enrolled && !standing.enrolling)
    return no("not-enrolled", "Enrol this location in the program first; an incentives admin can do that.");
  if (!standing.payoutReady) return no("payout-data-missing", "Complete the bank and tax data of this location first.");
  return { allowed: true };
}

const fundDates = ({ claimWindow, qualified }: FundOut) => ({ claimWindow, qualified });
const no = (reason: Obstacle, message: string) => ({ allowed: false, reason, message });

function activitiesOf({ fund, edition, approved }: OptionParts): OptionOut["activities"] {
  const { document } = edition;
  const { currency } = fund;
  const known = {
    usagePeriod: fund.usagePeriod,
    approvedBefore: approved,
    fund: {
      currency,
      available: moneyOf(fund.remaining.amount, currency),
      earned: moneyOf(fund.earned.amount, currency),
      qualified: fund.qualified !== false,
      threshold: null,
    },
  };
  return catalogueOf(document).map((type) => {
    const room = activityRoom(edition, type, known);
    return {
      code: type.code,
      name: type.name,
      category: namesIn(document.categories)(type.category),
      most: toWire(room.most),
      limitedBy: room.limitedBy,
      caps: capsOut(room, edition),
      requiresPreApproval: type.requiresPreApproval,
    };
  });
}

function capsOut({ caps }: ActivityRoom, { document }: Edition): OptionOut["activities"][number]["caps"] {
  const nameOf = namesIn(document.expenseTypes);
  return caps.map(({ cap, limit, used, left }) => ({
    cap: capStatement(cap, nameOf),
    limit: limit && toWire(limit),
    used: toWire(used),
    left: left && toWire(left),
  }));
}
