import { useLingui } from "@lingui/react/macro";
import {
  IconArrowRight,
  IconBuilding,
  IconLayoutGrid,
  IconMap2,
  IconMapPin,
  IconReceipt,
  IconWallet,
} from "@tabler/icons-react";
import type { MouseEvent } from "react";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import type { Entry, Group } from "./entry.ts";
import classes from "./Palette.module.css";

const ICONS: Record<Entry["kind"], typeof IconMap2> = {
  claim: IconReceipt,
  plan: IconMap2,
  fund: IconWallet,
  program: IconLayoutGrid,
  partner: IconBuilding,
  location: IconMapPin,
  page: IconArrowRight,
};

/** The parts of a list that is steered from its field; HTML has no elements for them that can hold links. */
const LISTBOX = { role: "listbox" } as const;
const GROUP = { role: "group" } as const;
const option = (selected: boolean) => ({ role: "option", "aria-selected": selected }) as const;

interface PaletteListProps {
  id: string;
  groups: readonly Group[];
  /** Which of all entries the keyboard is at. */
  active: number;
  onPoint: (at: number) => void;
  onOpen: (entry: Entry) => void;
}

/** What can be gone to, in groups; the keyboard stays in the field and points from there. */
export function PaletteList({ id, groups, active, onPoint, onOpen }: PaletteListProps) {
  const { t } = useLingui();
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { entries }) => sum + entries.length, 0));
  return (
    <div {...LISTBOX} id={id} aria-label={t`What can be opened`} className={classes.list} hidden={groups.length === 0}>
      {groups.map(({ name, entries }, group) => {
        const start = starts[group] ?? 0;
        return (
          <div key={name} {...GROUP} aria-label={name}>
            <div className={classes.group} aria-hidden>
              {name}
            </div>
            {entries.map((entry, index) => (
              <Option
                key={entry.link}
                id={`${id}-${start + index}`}
                entry={entry}
                active={start + index === active}
                onPoint={() => onPoint(start + index)}
                onOpen={onOpen}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  active: boolean;
  onPoint: () => void;
  onOpen: (entry: Entry) => void;
}

/** Keeps what the keyboard points at in sight. */
const inSight = (node: HTMLElement | null): void => node?.scrollIntoView({ block: "nearest" });

function Option({ id, entry, active, onPoint, onOpen }: OptionProps) {
  const Icon = ICONS[entry.kind];
  const sub = [entry.number, entry.subtitle].filter(Boolean).join(" · ");
  const open = (event: MouseEvent): void => {
    // A click that asks for another tab or window is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(entry);
  };
  return (
    <a
      id={id}
      ref={active ? inSight : null}
      {...option(active)}
      href={entry.link}
      tabIndex={-1}
      className={classes.option}
      onMouseMove={active ? undefined : onPoint}
      onClick={open}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <span className={classes.title}>{entry.title}</span>
        {sub && <span className={classes.sub}>{sub}</span>}
      </span>
      {entry.face && <StatusBadge face={entry.face} />}
    </a>
  );
}
