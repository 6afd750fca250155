import { useLingui } from "@lingui/react/macro";
import { useMe } from "../identity/me.ts";
import { NAV } from "../ui/shell/nav-items.ts";
import type { Entry } from "./entry.ts";

/** The pages this person can go to by name: those of the navigation, the person's own, and what can be begun. */
export function usePages(): readonly Entry[] {
  const { t, i18n } = useLingui();
  const me = useMe();
  const page = (link: string, title: string): Entry => ({ kind: "page", title, subtitle: "", link });
  const may = (ability: string): boolean => me.side === "partner" && me.abilities[ability]?.allowed === true;
  return [
    ...(may("createClaims") ? [page("/claims/new", t`New claim`)] : []),
    ...(may("createPlans") ? [page("/plans/new", t`New plan`)] : []),
    ...NAV[me.side].map(({ to, label }) => page(to, i18n._(label))),
    page("/notifications", t`Notifications`),
    page("/profile", t`Profile and access`),
  ];
}
