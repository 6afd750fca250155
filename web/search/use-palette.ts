import { useLingui } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { queryClient } from "../api/query-client.ts";
import { useMe } from "../identity/me.ts";
import { type Entry, type Group, groupsOf, pagesFor } from "./entry.ts";
import { recentOf, remember } from "./recent.ts";
import { searchQuery } from "./search-api.ts";
import { useKindNames } from "./use-kind-names.ts";
import { usePages } from "./use-pages.ts";

const cleaned = (typed: string): string => typed.trim().replaceAll(/\s+/g, " ");

/** Pages offered before anything was typed. */
const FIRST_PAGES = 5;

/**
 * What the palette shows and does. An answer counts only for the text that stands in the field: what was found for another
 * text is no longer there, and Enter that comes before the answer waits for it.
 */
export function usePalette(onClose: () => void) {
  const { t } = useLingui();
  const router = useRouter();
  const me = useMe();
  const pages = usePages();
  const nameOf = useKindNames();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const latest = useRef("");
  const text = cleaned(typed);
  const [asked] = useDebouncedValue(text, 150);
  const answer = useQuery(searchQuery(asked));
  const found = asked === text ? answer.data : undefined;
  const error = asked === text ? answer.error : null;
  const busy = text !== "" && !found && !error;

  const groups = useMemo((): readonly Group[] => {
    const fitting = { name: nameOf("page"), entries: pagesFor(pages, text) };
    if (text !== "") return [...groupsOf(found ?? [], nameOf), fitting].filter(({ entries }) => entries.length > 0);
    const recent = { name: t`Opened lately`, entries: recentOf(me.id) };
    return [recent, { ...fitting, entries: pages.slice(0, FIRST_PAGES) }].filter(({ entries }) => entries.length > 0);
  }, [text, found, pages, nameOf, me.id, t]);
  const entries = groups.flatMap((group) => group.entries);
  const active = Math.min(at, entries.length - 1);

  const open = (entry: Entry): void => {
    latest.current = "";
    if (entry.kind !== "page") remember(me.id, entry);
    onClose();
    router.history.push(entry.link);
  };
  /** Enter came before the answer: the best of it is opened when it is there, unless something else was typed meanwhile. */
  const openBest = async (): Promise<void> => {
    const hits = await queryClient.fetchQuery(searchQuery(text)).catch(() => []);
    const best = hits[0] ?? pagesFor(pages, text)[0];
    if (best && latest.current === text) open(best);
  };
  const type = (value: string): void => {
    latest.current = cleaned(value);
    setTyped(value);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = entries.length - 1;
    const to = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: last,
      PageUp: 0,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(Math.max(to, 0));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const chosen = entries[active];
      if (busy && at === 0) void openBest();
      else if (chosen) open(chosen);
    }
  };
  const retry = (): void => void answer.refetch();
  return { typed, text, type, groups, active, point: setAt, open, onKeyDown, busy, error, retry };
}
