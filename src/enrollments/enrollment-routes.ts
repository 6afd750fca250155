import type { z } from "zod";
import { type Command, enforce, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { EmptyBody, idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { assertPlaceInSight, programByCode } from "../programs/index.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { confirmPayout } from "./confirm-payout.ts";
import { declineInvitation } from "./decline-invitation.ts";
import { discontinueEnrollment } from "./discontinue-enrollment.ts";
import type { Enrollment } from "./enrollment.ts";
import {
  DeclineBody,
  DiscontinueBody,
  EnrollmentList,
  EnrollmentQuery,
  EnrollmentResource,
  JoinBody,
  PartnerFactsBody,
  PayoutBody,
} from "./enrollment-contract.ts";
import { mayAnswerAnywhere } from "./enrollment-policy.ts";
import { getEnrollment, listEnrollments, showEnrollment } from "./enrollment-queries.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { joinProgram } from "./join-program.ts";
import { judgeLocation, todayOf } from "./judge-location.ts";
import { partnerFactRoutes } from "./partner-fact-routes.ts";
import { RequirementsWire, treeWire } from "./requirement-contract.ts";
import { setPartnerFacts } from "./set-partner-facts.ts";
import { editionOf } from "./settle-enrollment.ts";

const tag = "enrollments";
const params = idParams("enrollment");

/** The routes of this slice. */
export const enrollmentRoutes = (): RouteDeclaration[] => [
  ...readingRoutes(),
  ...answeringRoutes(),
  ...vendorRoutes(),
  ...invitationRoutes(),
  ...partnerFactRoutes(),
];

const readingRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/enrollments",
    tag,
    summary: "Lists who takes part in which program",
    query: EnrollmentQuery,
    response: EnrollmentList,
    handle: ({ tx, actor, query }) => listEnrollments(tx, actor, query),
  }),
  route({
    method: "GET",
    url: "/enrollments/:id",
    tag,
    summary: "Shows an enrollment, what the partner has to do, and what the actor may do",
    params,
    response: EnrollmentResource,
    handle: ({ tx, actor, params: { id } }) => showEnrollment(tx, actor, id),
  }),
  route({
    method: "GET",
    url: "/enrollments/:id/requirements",
    tag,
    summary: "What the location must have, ticked and unticked, judged now",
    params,
    response: RequirementsWire,
    handle: async ({ tx, actor, now, params: { id } }) => {
      const enrollment = await getEnrollment(tx, actor, id);
      const edition = await editionOf(tx, enrollment);
      const judged = await judgeLocation(tx, edition, enrollment.locationId, enrollment, todayOf(edition, now));
      return {
        judgedAt: now.toISOString(),
        checkedAt: enrollment.checkedAt?.toISOString() ?? null,
        requirements: judged ? treeWire(judged) : null,
      };
    },
  }),
];

const answeringRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/enrollments",
    tag,
    summary: "A location joins a program that is open to all",
    body: JoinBody,
    status: 201,
    response: EnrollmentResource,
    handle: async ({ tx, actor, now, body, unchecked }) => {
      await assertPlaceInSight(tx, actor, unchecked);
      enforce(mayAnswerAnywhere(actor));
      const { program: code, location } = body();
      const program = await programByCode(tx, code);
      if (!program) throw notFound("program");
      const { id } = await joinProgram(tx, { actor, now }, { programId: program.id, locationId: location });
      return showEnrollment(tx, actor, id);
    },
  }),
  stepRoute("acceptance", "Accepts the invitation", EmptyBody, (tx, command, id) => acceptInvitation(tx, command, id)),
  stepRoute("decline", "Declines the invitation, with a reason", DeclineBody, declineInvitation),
];

const vendorRoutes = (): RouteDeclaration[] => [
  route({
    method: "PATCH",
    url: "/enrollments/:id",
    tag,
    summary: "Says what the partner is in the program, by the codes of its edition",
    params,
    body: PartnerFactsBody,
    response: EnrollmentResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) => {
      await setPartnerFacts(tx, { actor, now, seen }, id, body);
      return showEnrollment(tx, actor, id);
    },
  }),
  stepRoute("payout-confirmation", "Says that bank and tax data are complete, or no longer", PayoutBody, confirmPayout),
  stepRoute("discontinuation", "Ends the enrollment for good, with a reason", DiscontinueBody, discontinueEnrollment),
];

/** `POST /enrollments/{id}/<noun>`: takes a step and answers with the enrollment as it stands then. */
function stepRoute<B extends z.ZodType>(
  noun: string,
  summary: string,
  body: B,
  step: (tx: Tx, command: Command, id: string, body: () => z.output<B>) => Promise<Enrollment>,
): RouteDeclaration {
  return route({
    method: "POST",
    url: `/enrollments/:id/${noun}`,
    tag,
    summary,
    params,
    body,
    response: EnrollmentResource,
    handle: async ({ tx, actor, now, seen, params: { id }, body: read }) => {
      await step(tx, { actor, now, seen }, id, read);
      return showEnrollment(tx, actor, id);
    },
  });
}
