import { Trans, useLingui } from "@lingui/react/macro";
import { Pill } from "@mantine/core";
import type { ClaimRow } from "../api/types.ts";
import type { ClaimSearch } from "./claims-api.ts";

interface NarrowedToProps {
  filter: ClaimSearch;
  /** A claim of the list, which knows the names. */
  first: ClaimRow | undefined;
  onFilter: (filter: ClaimSearch) => void;
}

/** The partner or location to which an address narrows the list, and the way back to all. */
export function NarrowedTo({ filter, first, onFilter }: NarrowedToProps) {
  const { t } = useLingui();
  const { partner, location, ...rest } = filter;
  if (!partner && !location) return null;
  const name = location ? (first?.location.name ?? t`one location`) : (first?.partner.name ?? t`one partner`);
  return (
    <Pill
      size="lg"
      mb="xs"
      withRemoveButton
      onRemove={() => onFilter(rest)}
      removeButtonProps={{ "aria-label": t`Show all claims again`, tabIndex: 0 }}
    >
      <Trans>Only {name}</Trans>
    </Pill>
  );
}
