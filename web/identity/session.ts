import { api } from "../api/client.ts";

/** Starts a session; the server sets the cookie. Refuses with 401 (wrong) or 429 (too often). */
export async function signIn(email: string, password: string): Promise<void> {
  await api.POST("/api/auth/sign-in/email", { body: { email, password } });
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await api.POST("/api/auth/sign-out");
}
