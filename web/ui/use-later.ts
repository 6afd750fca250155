import { useLingui } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useState } from "react";

/**
 * A part of the program that is loaded when it is first wanted. `bring` is true once it is there; without a connection it
 * says so, and the next wish tries again.
 */
export function useLater<T>(load: () => Promise<T>): { part: T | undefined; bring: () => Promise<boolean> } {
  const { t } = useLingui();
  const [part, setPart] = useState<T>();
  const bring = async (): Promise<boolean> => {
    try {
      const loaded = await load();
      setPart(() => loaded);
      return true;
    } catch {
      notifications.show({ color: "red", message: t`The server cannot be reached. Please try again.` });
      return false;
    }
  };
  return { part, bring };
}
