import { Trans, useLingui } from "@lingui/react/macro";
import { Kbd, Loader, Modal, TextInput, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconSearch, IconZoomQuestion } from "@tabler/icons-react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import classes from "./Palette.module.css";
import { PaletteList } from "./PaletteList.tsx";
import { usePalette } from "./use-palette.ts";

const LIST = "search-hits";
/** A field that points into a list beside it, which HTML has no element for. */
const COMBOBOX = { role: "combobox" } as const;

/** Search over everything in sight and all pages, for the keyboard: over the page, gone with Escape. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const small = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  const palette = usePalette(onClose);
  const { text, groups, active, busy, error } = palette;
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const nothing = text !== "" && !busy && !error && count === 0;
  return (
    <Modal.Root
      opened
      onClose={onClose}
      fullScreen={small}
      yOffset="10vh"
      size={640}
      padding={0}
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t`Search`}>
        <div className={classes.field}>
          <TextInput
            data-autofocus
            size="md"
            variant="unstyled"
            maxLength={100}
            {...COMBOBOX}
            aria-label={t`Search by number or name`}
            aria-expanded={count > 0}
            aria-controls={LIST}
            aria-activedescendant={count > 0 ? `${LIST}-${active}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            placeholder={t`Number, name, place, page`}
            leftSection={busy ? <Loader size={18} /> : <IconSearch size={18} aria-hidden />}
            rightSectionWidth={70}
            rightSection={
              small ? (
                <button type="button" className={classes.close} onClick={onClose}>
                  <Trans>Close</Trans>
                </button>
              ) : (
                <Kbd size="xs">Esc</Kbd>
              )
            }
            value={palette.typed}
            onChange={(event) => palette.type(event.currentTarget.value)}
            onKeyDown={palette.onKeyDown}
          />
        </div>
        <VisuallyHidden component="output">
          {busy ? t`Searching` : nothing ? t`Nothing found` : text !== "" ? t`Found: ${count}` : ""}
        </VisuallyHidden>
        <div className={classes.body} data-full={small || undefined}>
          {error && <ErrorState error={error} retry={palette.retry} />}
          {nothing && (
            <EmptyState icon={<IconZoomQuestion size={22} aria-hidden />} title={t`Nothing has these words in it`}>
              <Trans>
                Each word must be part of a number or a name, such as 123 of C-2026-000123. Only what you may see is
                found.
              </Trans>
            </EmptyState>
          )}
          <PaletteList id={LIST} groups={groups} active={active} onPoint={palette.point} onOpen={palette.open} />
        </div>
        {!small && (
          <div className={classes.foot} aria-hidden>
            <span>
              <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> <Trans>choose</Trans>
            </span>
            <span>
              <Kbd size="xs">↵</Kbd> <Trans>open</Trans>
            </span>
          </div>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
