import { Trans, useLingui } from "@lingui/react/macro";
import { Kbd, UnstyledButton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { loadTexts } from "../../i18n/i18n.ts";
import { useLater } from "../use-later.ts";
import classes from "./Shell.module.css";

const load = async () => (await Promise.all([import("../../search/Palette.tsx"), loadTexts("person")]))[0].Palette;

const MOD = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

/** Opens the search, as Ctrl K does. The search itself is loaded when it is first wanted. */
export function SearchButton() {
  const { t } = useLingui();
  const { part: Palette, bring } = useLater(load);
  const [wanted, setWanted] = useState(false);
  const open = (): void => {
    setWanted(true);
    void bring().then(setWanted);
  };
  useHotkeys([["mod+K", wanted ? () => setWanted(false) : open]], [], true);
  return (
    <>
      <UnstyledButton
        className={classes.search}
        onClick={open}
        aria-label={t`Search`}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <span>
          <Trans>Search</Trans>
        </span>
        <Kbd size="xs">{MOD} K</Kbd>
      </UnstyledButton>
      {wanted && Palette && <Palette onClose={() => setWanted(false)} />}
    </>
  );
}
