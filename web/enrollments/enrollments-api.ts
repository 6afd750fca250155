import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";

/** One enrollment with what may be done. */
export const enrollmentQuery = (id: string) =>
  queryOptions({
    queryKey: ["enrollment", id],
    queryFn: () => dataOf(api.GET("/api/v1/enrollments/{id}", { params: { path: { id } } })),
  });

/** Its requirements, ticked and unticked. */
export const requirementsQuery = (id: string) =>
  queryOptions({
    queryKey: ["enrollment", id, "requirements"],
    queryFn: () => dataOf(api.GET("/api/v1/enrollments/{id}/requirements", { params: { path: { id } } })),
  });

/** What narrows the list of standings. */
export interface StandingFilter {
  q?: string;
  standing?: "none" | "invited" | "ineligible" | "inactive" | "action_required" | "enrolled" | "discontinued";
}

/** How locations stand to a program: the first two hundred by name; who has more searches for them. */
export const standingsQuery = (code: string, filter: StandingFilter = {}) =>
  queryOptions({
    queryKey: ["standings", code, filter],
    queryFn: () =>
      dataOf(
        api.GET("/api/v1/programs/{code}/standings", {
          params: { path: { code }, query: { limit: 200, ...filter } },
        }),
      ),
  });

/** What is recorded of a location. */
export const factsQuery = (id: string) =>
  queryOptions({
    queryKey: ["facts", id],
    queryFn: () => dataOf(api.GET("/api/v1/locations/{id}/facts", { params: { path: { id } } })),
  });

/** What is in the way of a person in a program, at a location or at all. */
export const whyNotQuery = (code: string, location: string | undefined) =>
  queryOptions({
    queryKey: ["why-not", code, location],
    queryFn: () =>
      dataOf(
        api.GET("/api/v1/programs/{code}/access", { params: { path: { code }, query: location ? { location } : {} } }),
      ),
  });

/** A request for rights. */
export const accessRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ["access-request", id],
    queryFn: () => dataOf(api.GET("/api/v1/access-requests/{id}", { params: { path: { id } } })),
  });

/** Everything that shows how locations stand is read again. */
export async function refreshEnrollments(): Promise<void> {
  await Promise.all(
    ["enrollment", "enrollments", "standings", "facts", "why-not"].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
}

/** Accepts the invitation of an enrollment. */
export const accept = (id: string) =>
  dataOf(api.POST("/api/v1/enrollments/{id}/acceptance", { params: { path: { id } }, body: {} }));

/** Declines it, with a reason. */
export const decline = (id: string, reason: string) =>
  dataOf(api.POST("/api/v1/enrollments/{id}/decline", { params: { path: { id } }, body: { reason } }));

/** Ends an enrollment for good. */
export const discontinue = (id: string, reason: string) =>
  dataOf(api.POST("/api/v1/enrollments/{id}/discontinuation", { params: { path: { id } }, body: { reason } }));

/** Sends the invitation again. */
export const sendAgain = (id: string) =>
  dataOf(api.POST("/api/v1/enrollments/{id}/invitation", { params: { path: { id } }, body: {} }));

/** Says whether payout data are complete. */
export const confirmPayout = (id: string, complete: boolean) =>
  dataOf(api.POST("/api/v1/enrollments/{id}/payout-confirmation", { params: { path: { id } }, body: { complete } }));

/** A location joins an open program. */
export const join = (program: string, location: string) =>
  dataOf(api.POST("/api/v1/enrollments", { body: { program, location } }));

/** Invites locations. */
export const invite = (program: string, locations: string[]) =>
  dataOf(api.POST("/api/v1/invitations", { body: { program, locations } }));

/** What is said about a location. */
export interface NewFact {
  code: string;
  value?: string;
  validFrom: string;
  validTo?: string;
  of: "location" | "organisation";
  source: string;
}

/** Records what is known of a location. */
export const recordFact = (id: string, body: NewFact) =>
  dataOf(api.POST("/api/v1/locations/{id}/facts", { params: { path: { id } }, body }));

/** Asks for the rights that are missing. */
export const askForAccess = (code: string, location: string | undefined, note: string) =>
  dataOf(
    api.POST("/api/v1/programs/{code}/access-requests", {
      params: { path: { code } },
      body: { ...(location ? { location } : {}), ...(note.trim() ? { note } : {}) },
    }),
  );
