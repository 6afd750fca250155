import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Side } from "../../api/types.ts";
import { NAV } from "./nav-items.ts";
import classes from "./Shell.module.css";

interface NavigationProps {
  side: Side;
  /** Icons only. */
  narrow: boolean;
  onToggle: () => void;
  /** Called when somewhere was gone to: closes the drawer of a phone. */
  onGo: () => void;
}

/** The left navigation: capabilities, collapsing to icons. */
export function Navigation({ side, narrow, onToggle, onGo }: NavigationProps) {
  const { t, i18n } = useLingui();
  const toggle = narrow ? t`Show the names` : t`Show icons only`;
  return (
    <nav className={classes.nav} data-narrow={narrow || undefined} aria-label={t`Main`}>
      {NAV[side].map(({ to, label, icon: Icon }) => (
        <Tooltip key={to} label={i18n._(label)} position="right" disabled={!narrow}>
          <Link
            to={to}
            className={classes.link}
            activeOptions={{ exact: to === "/" }}
            activeProps={{ "data-active": true, "aria-current": "page" }}
            onClick={onGo}
            aria-label={narrow ? i18n._(label) : undefined}
          >
            <Icon size={20} stroke={1.7} aria-hidden />
            {!narrow && <span>{i18n._(label)}</span>}
          </Link>
        </Tooltip>
      ))}
      <div className={classes.foot}>
        <Tooltip label={toggle} position="right">
          <ActionIcon
            visibleFrom="sm"
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={toggle}
            aria-expanded={!narrow}
            onClick={onToggle}
          >
            {narrow ? (
              <IconLayoutSidebarLeftExpand size={20} stroke={1.7} />
            ) : (
              <IconLayoutSidebarLeftCollapse size={20} stroke={1.7} />
            )}
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
}
