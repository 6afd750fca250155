/**
 * What happens when the session ends in the middle of work: requests that were refused wait here, the page stays as it
 * is with a "Sign in again" window over it, and after signing in the very same requests are sent once more.
 */
interface Waiting {
  readonly promise: Promise<void>;
  readonly open: () => void;
}

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

/** Resolves when the person has signed in again. */
export function signedInAgain(): Promise<void> {
  if (!waiting) {
    let open = (): void => undefined;
    const promise = new Promise<void>((resolve) => {
      open = resolve;
    });
    waiting = { promise, open };
    announce();
  }
  return waiting.promise;
}

/** Lets the waiting requests go. */
export function openGate(): void {
  waiting?.open();
  waiting = undefined;
  announce();
}

/** For `useSyncExternalStore`: tells when somebody begins or ceases to wait. */
export function watchGate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether somebody waits for a new session. */
export const isGateClosed = (): boolean => waiting !== undefined;
