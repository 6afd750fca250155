import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { EnrollmentList, EnrollmentQuery, EnrollmentResource, PartnerFactsBody } from "./enrollment-contract.ts";
import { listEnrollments, showEnrollment } from "./enrollment-queries.ts";
import { setPartnerFacts } from "./set-partner-facts.ts";

/** The routes of this slice. */
export const enrollmentRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/enrollments",
    tag: "enrollments",
    summary: "Lists who takes part in which program",
    query: EnrollmentQuery,
    response: EnrollmentList,
    handle: ({ tx, actor, query }) => listEnrollments(tx, actor, query),
  }),
  route({
    method: "GET",
    url: "/enrollments/:id",
    tag: "enrollments",
    summary: "Shows an enrollment",
    params: idParams("enrollment"),
    response: EnrollmentResource,
    handle: ({ tx, actor, params }) => showEnrollment(tx, actor, params.id),
  }),
  route({
    method: "PATCH",
    url: "/enrollments/:id",
    tag: "enrollments",
    summary: "Says what the partner is in the program, by the codes of its edition",
    params: idParams("enrollment"),
    body: PartnerFactsBody,
    response: EnrollmentResource,
    handle: async ({ tx, actor, now, seen, params, body }) => {
      const { id } = await setPartnerFacts(tx, { actor, now, seen }, params.id, body);
      return showEnrollment(tx, actor, id);
    },
  }),
];
