import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  IconBuildingStore,
  IconCalendar,
  IconChecklist,
  IconCompass,
  IconHome,
  IconLayoutGrid,
  IconMap2,
  IconReceipt,
  IconWallet,
} from "@tabler/icons-react";
import type { Side } from "../../api/types.ts";

/** One entry of the navigation. */
export interface NavItem {
  to: "/" | "/calendar" | "/claims" | "/finder" | "/funds" | "/partners" | "/plans" | "/programs" | "/reviews";
  label: MessageDescriptor;
  icon: typeof IconHome;
}

const HOME: NavItem = { to: "/", label: msg`Home`, icon: IconHome };
const PLANS: NavItem = { to: "/plans", label: msg`Plans`, icon: IconMap2 };
const CLAIMS: NavItem = { to: "/claims", label: msg`Claims`, icon: IconReceipt };
const FUNDS: NavItem = { to: "/funds", label: msg`Funds`, icon: IconWallet };
const FINDER: NavItem = { to: "/finder", label: msg`What can I claim?`, icon: IconCompass };
const CALENDAR: NavItem = { to: "/calendar", label: msg`Calendar`, icon: IconCalendar };
const PROGRAMS: NavItem = { to: "/programs", label: msg`Programs`, icon: IconLayoutGrid };

/** The navigation by capability, for each side: first what needs the person. */
export const NAV: Record<Side, readonly NavItem[]> = {
  partner: [HOME, FINDER, PLANS, CLAIMS, FUNDS, PROGRAMS, CALENDAR],
  vendor: [
    HOME,
    { to: "/reviews", label: msg`Reviews`, icon: IconChecklist },
    PLANS,
    CLAIMS,
    FUNDS,
    { to: "/partners", label: msg`Partners`, icon: IconBuildingStore },
    PROGRAMS,
    CALENDAR,
  ],
};
