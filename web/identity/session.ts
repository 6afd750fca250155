import { api, send } from "../api/client.ts";

/** Starts a session; the server sets the cookie. Refuses with 401 (wrong) or 429 (too often). */
export async function signIn(email: string, password: string): Promise<void> {
  await api.POST("/api/auth/sign-in/email", { body: { email, password } });
}

/** Tells the server that somebody is still at work, which is what lengthens the session. A lost connection does not matter here. */
export async function lengthenSession(): Promise<void> {
  try {
    // Read to its end: an unread answer keeps its connection busy.
    await (await send("/api/auth/get-session")).text();
  } catch {
    // The next look at the page asks again.
  }
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await api.POST("/api/auth/sign-out");
}
