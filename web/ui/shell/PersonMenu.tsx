import { Trans, useLingui } from "@lingui/react/macro";
import { Menu, Text, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { choose, LANGUAGES, type Language } from "../../i18n/i18n.ts";
import { useMe } from "../../identity/me.ts";
import { signOut } from "../../identity/session.ts";
import { localeOf, type MeChange, saveMe } from "../../identity/settings.ts";
import { stored } from "../stored.ts";
import { PersonFace } from "./PersonFace.tsx";
import classes from "./Shell.module.css";

const SCHEMES = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;

/** Person and organisation; how the pages look; language; the way out. Comes open, when it is first wanted. */
export function PersonMenu() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names: Record<keyof typeof SCHEMES, string> = { light: t`Light`, dark: t`Dark`, auto: t`As the system` };
  // Kept for other browsers too; without a connection the choice still holds here.
  const keep = (change: MeChange): void => void saveMe(change).catch(() => undefined);
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    stored.dropAll();
    location.assign("/sign-in");
  };
  return (
    <Menu position="bottom-end" width={260} withinPortal defaultOpened returnFocus>
      <Menu.Target>
        <PersonFace />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.menuHead}>
          <Text size="sm" fw={600}>
            {me.name}
          </Text>
          <Text size="xs" c="dimmed">
            {me.email}
          </Text>
          <Text size="xs" c="dimmed">
            {me.organisation.name}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Label>
          <Trans>Appearance</Trans>
        </Menu.Label>
        {(Object.keys(SCHEMES) as (keyof typeof SCHEMES)[]).map((scheme) => {
          const Icon = SCHEMES[scheme];
          return (
            <Menu.Item
              key={scheme}
              closeMenuOnClick={false}
              leftSection={<Icon size={16} />}
              rightSection={colorScheme === scheme ? <IconCheck size={15} aria-label={t`chosen`} /> : null}
              onClick={() => {
                setColorScheme(scheme);
                keep({ colourScheme: scheme });
              }}
            >
              {names[scheme]}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Label>
          <Trans>Language</Trans>
        </Menu.Label>
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={<IconLanguage size={16} />}
            rightSection={i18n.locale === language ? <IconCheck size={15} aria-label={t`chosen`} /> : null}
            onClick={() => {
              void choose(language);
              keep({ locale: localeOf(language, me.settings.locale) });
            }}
          >
            {LANGUAGES[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={16} />}>
          <Trans>Profile and access</Trans>
        </Menu.Item>
        {me.abilities["viewPeople"]?.allowed && (
          <Menu.Item component={Link} to="/people" leftSection={<IconUsers size={16} />}>
            <Trans>People and roles</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
