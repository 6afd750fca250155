export { type Contact, contactsFor } from "./contacts.ts";
export { createLocation, type NewLocation } from "./create-location.ts";
export { createOrganisation, type NewOrganisation } from "./create-organisation.ts";
export { createPerson, type NewPerson } from "./create-person.ts";
export { sweepEndedSessions } from "./credential-store.ts";
export { grantRole, type NewGrant } from "./grant-role.ts";
export { LocationWire, MeWire, PartnerWire } from "./identity-contract.ts";
export { loadLocation, locationByNumber, personNames } from "./identity-queries.ts";
export { identityRoutes } from "./identity-routes.ts";
export { findOrganisation, organisationNamed } from "./identity-store.ts";
export { mayReview, type ReviewRight, reviewerByEmail } from "./may-review.ts";
export { abilitiesOf, type ProgramCodes } from "./me.ts";
export { OwnSession } from "./own-sessions.ts";
export { billingNamesOf, marketOf } from "./partner-facts.ts";
export { hashPassword } from "./password.ts";
export { type Address, emailKey, type HeldRole, type Location, type Organisation, type Person } from "./person.ts";
export { revokeRole } from "./revoke-role.ts";
export { locationsWithHolder, type RightAt, type RightHolder, rightHolders } from "./right-holders.ts";
export { DOING } from "./right-words.ts";
export {
  type GrantScope,
  holds,
  mayAnywhere,
  permission,
  RIGHTS,
  type Right,
  rolesWith,
  type Scopes,
  scopesOf,
} from "./rights.ts";
export { type RightHere, rightsAt, rightsOf } from "./rights-at.ts";
export { inScopes } from "./scope-filter.ts";
export { createSessionLookup, createWhoIs, type Session, type SessionLookup } from "./session-lookup.ts";
export { setPassword } from "./set-password.ts";
export type { SignInDeps } from "./sign-in/authentication.ts";
export { ChangePasswordBody } from "./sign-in/own-account.ts";
export { registerSignIn } from "./sign-in/register-sign-in.ts";
export { FAILURE_LIMITS } from "./sign-in/throttle.ts";
export { suspendPerson } from "./suspend-person.ts";
