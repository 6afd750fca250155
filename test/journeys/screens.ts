import type { ClaimListItem } from "../../web/api/schema.gen.d.ts";
import type { Api } from "./api.ts";
import { completeClaim, coopFund, draftClaim, reviewPath } from "./claims.ts";

/** A page to look at: what it is, its address, and the heading by which one knows that it is there. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly heading: string | RegExp;
}

const STATUSES = [
  "submitted",
  "under_review",
  "action_required",
  "approved",
  "rejected",
  "cancelled",
  "expired",
] as const;

/** What both sides have, each with words and buttons of its own. */
const common: readonly Screen[] = [
  { name: "claims", path: "/claims", heading: "Claims" },
  { name: "funds", path: "/funds", heading: "Funds" },
  { name: "programs", path: "/programs", heading: "Programs" },
  { name: "program", path: "/programs/coop", heading: "Co-op marketing fund" },
  { name: "calendar", path: "/calendar", heading: "Calendar" },
  { name: "notifications", path: "/notifications", heading: "Notifications" },
  { name: "profile", path: "/profile", heading: "Profile and access" },
];

/** What is the same whoever looks: one look is enough. */
const sameForAll: readonly Screen[] = [
  { name: "guide", path: "/programs/coop/guide", heading: "How this works" },
  { name: "no such page", path: "/nowhere", heading: "There is no such page" },
  { name: "no such claim", path: "/claims/clm_00000000000000000000000000", heading: "Not found" },
];

async function claimsByStatus(api: Api): Promise<readonly ClaimListItem[]> {
  const { items } = await api.get<{ items: ClaimListItem[] }>("/claims?limit=200");
  return STATUSES.map((status) => {
    const found = items.find((claim) => claim.status === status);
    if (!found) throw new Error(`The demo has no claim that is ${status}`);
    return found;
  });
}

/** Every screen of a partner. */
export async function partnersScreens(api: Api): Promise<readonly Screen[]> {
  const fund = await coopFund(api, "Boston");
  const [empty, complete] = [await draftClaim(api), await completeClaim(api)];
  return [
    { name: "home", path: "/", heading: /Ian/ },
    ...common,
    ...sameForAll,
    { name: "activity finder", path: "/finder", heading: "What can I claim?" },
    { name: "all funds", path: "/funds?state=all", heading: "Funds" },
    { name: "new claim", path: "/claims/new", heading: "New claim" },
    { name: "editor of an empty draft", path: `/claims/${empty.id}`, heading: empty.name },
    { name: "editor of a complete draft", path: `/claims/${complete.id}`, heading: complete.name },
    { name: "fund with its statement", path: `/funds/${fund.id}`, heading: "Boston" },
    ...(await claimsByStatus(api)).map(({ id, name, status }) => ({
      name: `claim that is ${status}`,
      path: `/claims/${id}`,
      heading: name,
    })),
  ];
}

/** Every screen of the vendor. */
export async function vendorsScreens(api: Api): Promise<readonly Screen[]> {
  const fund = await coopFund(api, "Boston");
  const claims = await claimsByStatus(api);
  return [
    { name: "home", path: "/", heading: /Rosa/ },
    { name: "queue", path: "/reviews", heading: "Reviews" },
    { name: "empty queue", path: "/reviews?q=nothing-is-called-so", heading: "Nothing to decide" },
    ...common,
    { name: "fund with its statement", path: `/funds/${fund.id}`, heading: /Boston/ },
    ...claims
      .filter(({ status }) => ["submitted", "under_review", "approved", "rejected"].includes(status))
      .flatMap(({ id, name, status }) => [
        { name: `review of a claim that is ${status}`, path: reviewPath({ id }), heading: name },
        { name: `claim that is ${status}`, path: `/claims/${id}`, heading: name },
      ]),
  ];
}
