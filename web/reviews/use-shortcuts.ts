import { useLocalStorage } from "@mantine/hooks";

/** Whether single-key shortcuts are on in this browser. They can be switched off (WCAG 2.1.4). */
export const useShortcuts = (): [boolean, (on: boolean) => void] => {
  const [on, set] = useLocalStorage({ key: "fundproof.shortcuts", defaultValue: true, getInitialValueInEffect: false });
  return [on, set];
};
