import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";

/** What one may do, where, and who can give more. */
export const accessQuery = queryOptions({
  queryKey: ["me", "access"],
  queryFn: () => dataOf(api.GET("/api/v1/me/access")),
});

/** Where one is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: () => dataOf(api.GET("/api/v1/me/sessions")),
  staleTime: 0,
});

const sessionsChanged = (): Promise<void> => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });

/** Ends one session. */
export async function endSession(id: string): Promise<void> {
  await api.DELETE("/api/v1/me/sessions/{id}", { params: { path: { id } } });
  await sessionsChanged();
}

/** Ends all sessions but this one. */
export async function endOtherSessions(): Promise<void> {
  await api.DELETE("/api/v1/me/sessions");
  await sessionsChanged();
}

/** Changes the password; the other sessions end with it. */
export async function changePassword(body: { present: string; next: string }): Promise<void> {
  await api.POST("/api/v1/me/password", { body });
  await sessionsChanged();
}
