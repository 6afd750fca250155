import { personNames } from "../identity/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { payPlan } from "./pay-plan.ts";
import { PlanPaymentBody } from "./plan-bodies.ts";
import { PlanPaymentResource } from "./plan-contract.ts";
import { paymentWire } from "./plan-payment-store.ts";

/** What the vendor's finance does with a plan. */
export const planPaymentRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/plans/:id/payments",
    tag: "plans",
    summary: "Records a payment under an approved plan, ahead of its proof",
    params: idParams("plan"),
    body: PlanPaymentBody,
    status: 201,
    response: PlanPaymentResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) => {
      const payment = await payPlan(tx, { actor, now, seen }, id, body);
      return paymentWire(payment, await personNames(tx, [payment.postedBy]));
    },
  }),
];
