import { enforce, notFound } from "../kernel/index.ts";
import { EmptyBody, idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { assertPlaceInSight, programByCode } from "../programs/index.ts";
import { InviteBody, InvitedList, InvitedWire } from "./enrollment-contract.ts";
import { mayEnrollAnywhere } from "./enrollment-policy.ts";
import { invitedOut } from "./enrollment-wire.ts";
import { inviteLocations } from "./invite-locations.ts";
import { resendInvitation } from "./resend-invitation.ts";

const tag = "enrollments";

/** Inviting locations, and sending an invitation again. */
export const invitationRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/invitations",
    tag,
    summary: "Invites locations to a program and says what came of each",
    body: InviteBody,
    status: 201,
    response: InvitedList,
    handle: async ({ tx, actor, now, body, unchecked }) => {
      await assertPlaceInSight(tx, actor, unchecked);
      enforce(mayEnrollAnywhere(actor));
      const { program: code, locations } = body();
      const program = await programByCode(tx, code);
      if (!program) throw notFound("program");
      const invited = await inviteLocations(tx, { actor, now }, program.id, locations);
      return { items: invited.map(invitedOut) };
    },
  }),
  route({
    method: "POST",
    url: "/enrollments/:id/invitation",
    tag,
    summary: "Sends the invitation again, with new days to answer it",
    params: idParams("enrollment"),
    body: EmptyBody,
    response: InvitedWire,
    handle: async ({ tx, actor, now, seen, params: { id } }) =>
      invitedOut(await resendInvitation(tx, { actor, now, seen }, id)),
  }),
];
