import { Trans, useLingui } from "@lingui/react/macro";
import { AppShell, Burger, useMantineColorScheme } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useMe } from "../../identity/me.ts";
import { useLongSession } from "../../identity/use-long-session.ts";
import { Bell } from "./Bell.tsx";
import { Brand } from "./Brand.tsx";
import { Navigation } from "./Navigation.tsx";
import { OfflineNote } from "./OfflineNote.tsx";
import { PersonButton } from "./PersonButton.tsx";
import { SearchButton } from "./SearchButton.tsx";
import classes from "./Shell.module.css";

/** The one layout: navigation left (icons, or a drawer on phones), bar on top, the page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const me = useMe();
  useLongSession();
  const { setColorScheme } = useMantineColorScheme();
  const { colourScheme } = me.settings;
  useEffect(() => setColorScheme(colourScheme), [colourScheme, setColorScheme]);
  const [open, { toggle, close }] = useDisclosure(false);
  const [narrow, setNarrow] = useLocalStorage({
    key: "fundproof.narrow-navigation",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: narrow ? 68 : 224, breakpoint: "sm", collapsed: { mobile: !open } }}
      padding={0}
      transitionDuration={150}
    >
      <a href="#page" className={classes.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <AppShell.Header className={classes.header}>
        <Burger
          opened={open}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={open ? t`Close the navigation` : t`Open the navigation`}
        />
        <Link to="/" className={classes.homeLink} aria-label={t`Fundproof, home`}>
          <Brand />
        </Link>
        <div className={classes.push} />
        <SearchButton />
        <Bell />
        <PersonButton />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <Navigation side={me.side} narrow={narrow && !open} onToggle={() => setNarrow(!narrow)} onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1} className={classes.main}>
        <OfflineNote />
        <div className={classes.content}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
