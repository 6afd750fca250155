import { loadLocation } from "../identity/index.ts";
import { type Command, enforce, invalid, newUuid } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { events } from "../platform/events/index.ts";
import { type ClaimingWindow, type Edition, holdsOn, publishedEditions, windowsInForce } from "../programs/index.ts";
import { type FundKey, findFund } from "./find-fund.ts";
import type { Fund } from "./fund.ts";
import { mayBookEarnings } from "./fund-policy.ts";
import { insertFund } from "./fund-store.ts";

/**
 * Opens the fund of a location for an earning period, or gives the one that is open already. When it may be used and claimed
 * comes from the published edition that has a window for that earning period (rulebook 5.1); split and threshold will be
 * judged by the edition in which it is earned, and the fund keeps both.
 *
 * Throws `no-window`, `no-edition`, `unknown-fund-type` or `currency-not-offered` where the editions do not provide for it.
 */
export async function openFund(tx: Tx, { actor, now }: Command, key: FundKey): Promise<Fund> {
  const location = await loadLocation(tx, actor, key.locationId);
  enforce(mayBookEarnings(actor));
  const existing = await findFund(tx, key);
  if (existing) return existing;
  const { window, usageEdition, earningEdition } = editionsFor(await publishedEditions(tx, key.programId), key);
  const fund: Fund = {
    id: newUuid(now),
    partnerId: location.partnerId,
    locationId: location.id,
    programId: key.programId,
    fundType: key.fundType,
    currency: key.currency,
    earning: window.earningPeriod,
    usage: window.usagePeriod,
    claimWindow: { from: window.claimWindow.from, to: window.claimWindow.to },
    earningEditionId: earningEdition.id,
    usageEditionId: usageEdition.id,
    qualified: null,
  };
  if (!(await insertFund(tx, fund, now))) {
    const opened = await findFund(tx, key);
    if (!opened) throw new Error("a fund with this key exists and cannot be read");
    return opened;
  }
  await events.record(tx, {
    at: now,
    type: "fund.opened",
    subjectType: "fund",
    subjectId: fund.id,
    partnerId: fund.partnerId,
    actor,
    payload: { ...key, usagePeriod: fund.usage.code, expiresOn: fund.claimWindow.to },
  });
  return fund;
}

function editionsFor(
  editions: readonly Edition[],
  key: FundKey,
): { window: ClaimingWindow; usageEdition: Edition; earningEdition: Edition } {
  for (const { edition: usageEdition, window } of windowsInForce(editions)) {
    if (window.earningPeriod.code !== key.earningPeriod) continue;
    const type = usageEdition.document.fundTypes.find(({ code }) => code === key.fundType);
    if (!type?.active)
      throw refused("fundType", "unknown-fund-type", `This program has no fund type "${key.fundType}".`);
    if (!usageEdition.document.currencies.includes(key.currency)) {
      throw refused("currency", "currency-not-offered", `This program has no funds in ${key.currency}.`);
    }
    const { from } = window.earningPeriod;
    const earningEdition = editions.find((edition) => holdsOn(edition, from));
    if (!earningEdition)
      throw refused(
        "earningPeriod",
        "no-edition",
        `No published edition covers ${from}. Publish that program year first.`,
      );
    return { window, usageEdition, earningEdition };
  }
  throw refused(
    "earningPeriod",
    "no-window",
    `No published edition says when what is earned in ${key.earningPeriod} may be claimed.`,
  );
}

function refused(field: string, code: string, message: string) {
  return invalid(code, message, [{ field, code, message }]);
}
