import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";
import { isGateClosed, watchGate } from "../api/session-gate.ts";

const RETRY_MS = 2_000;

const load = async () => (await import("./SignInAgain.tsx")).SignInAgain;

/**
 * Asks to sign in again when the session has ended. The window is not part of the first page; it is fetched as soon as
 * somebody begins to work, so that it is there when it is needed, and tried again for as long as it is missing.
 */
export function SessionEnd() {
  const closed = useSyncExternalStore(watchGate, isGateClosed);
  const [SignInAgain, setWindow] = useState<ComponentType>();
  useEffect(() => {
    const bring = (): void => {
      load().then(
        (loaded) => setWindow(() => loaded),
        () => undefined,
      );
    };
    if (SignInAgain) return;
    if (closed) {
      bring();
      const again = setInterval(bring, RETRY_MS);
      return () => clearInterval(again);
    }
    window.addEventListener("pointerdown", bring, { once: true });
    window.addEventListener("keydown", bring, { once: true });
    return () => {
      window.removeEventListener("pointerdown", bring);
      window.removeEventListener("keydown", bring);
    };
  }, [closed, SignInAgain]);
  return closed && SignInAgain ? <SignInAgain /> : null;
}
