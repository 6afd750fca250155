import { useEffect } from "react";
import { lengthenSession } from "./session.ts";

const DAY = 24 * 60 * 60_000;

/** Keeps the session of somebody who works: once at the start, and then at most once a day when the page is looked at. */
export function useLongSession(): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const lengthen = (): void => {
      if (document.visibilityState !== "visible" || Date.now() - last < DAY) return;
      last = Date.now();
      void lengthenSession();
    };
    lengthen();
    document.addEventListener("visibilitychange", lengthen);
    window.addEventListener("focus", lengthen);
    return () => {
      document.removeEventListener("visibilitychange", lengthen);
      window.removeEventListener("focus", lengthen);
    };
  }, []);
}
