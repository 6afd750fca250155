import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { isStatus, Offline } from "../api/problem.ts";
import { signIn } from "./session.ts";

/** Signing in with its waiting and its refusals in words. Never says which of the two was wrong. */
export function useSignIn(onDone: () => Promise<void> | void) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const inWords = (failure: unknown): string => {
    if (failure instanceof Offline) return t`The server cannot be reached. Please check your connection and try again.`;
    if (isStatus(failure, 429)) return t`Too many attempts. Please wait a minute and try again.`;
    if (isStatus(failure, 401) || isStatus(failure, 400) || isStatus(failure, 422))
      return t`E-mail and password do not go together. Please check both.`;
    return t`Signing in did not work. Please try again.`;
  };

  const submit = async (email: string, password: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await signIn(email, password);
      await onDone();
    } catch (failure) {
      setError(inWords(failure));
    } finally {
      setBusy(false);
    }
  };

  return { busy, error, submit };
}
