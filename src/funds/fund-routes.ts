import { idText } from "../kernel/index.ts";
import { toWire } from "../money/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { adjustFund } from "./adjust-fund.ts";
import { fundBalances } from "./fund-balances.ts";
import {
  AdjustmentBody,
  AdjustmentResource,
  FundList,
  FundQuery,
  FundResource,
  Statement,
  StatementQuery,
} from "./fund-contract.ts";
import { listFunds, showFund } from "./fund-queries.ts";
import { fundStatement } from "./fund-statement.ts";

const tag = "funds";
const params = idParams("fund");

/** The routes of this slice. */
export const fundRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/funds",
    tag,
    summary: "Lists funds with all their balances",
    query: FundQuery,
    response: FundList,
    handle: ({ tx, actor, now, query }) => listFunds(tx, { actor, now }, query),
  }),
  route({
    method: "GET",
    url: "/funds/:id",
    tag,
    summary: "Shows a fund with all its balances",
    params,
    response: FundResource,
    handle: ({ tx, actor, now, params: { id } }) => showFund(tx, { actor, now }, id),
  }),
  route({
    method: "GET",
    url: "/funds/:id/statement",
    tag,
    summary: "Shows every movement of a fund's money with its source, newest first",
    params,
    query: StatementQuery,
    response: Statement,
    handle: ({ tx, actor, params: { id }, query }) => fundStatement(tx, actor, id, query),
  }),
  route({
    method: "POST",
    url: "/funds/:id/adjustments",
    tag,
    summary: "Corrects what a fund holds, with a reason",
    params,
    body: AdjustmentBody,
    status: 201,
    response: AdjustmentResource,
    handle: async ({ tx, actor, now, params: { id }, body }) => {
      const adjustment = await adjustFund(tx, { actor, now }, id, body);
      const { amount, reasonCode, note, effectiveFor, payingEntity, postedAt } = adjustment;
      const { remaining } = await fundBalances(tx, { id, currency: amount.currency });
      return {
        id: idText("adjustment", adjustment.id),
        fund: idText("fund", id),
        amount: toWire(amount),
        reasonCode,
        note,
        effectiveFor,
        payingEntity: amount.minor > 0n ? payingEntity : null,
        postedAt: postedAt.toISOString(),
        remaining: toWire(remaining),
      };
    },
  }),
];
