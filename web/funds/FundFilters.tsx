import { useLingui } from "@lingui/react/macro";
import { Group, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { locationsQuery, partnersQuery } from "../identity/locations-api.ts";
import { useMe } from "../identity/me.ts";
import { programsQuery } from "../programs/programs-api.ts";
import { FilterChips } from "../ui/FilterChips.tsx";
import type { FundSearch } from "./funds-api.ts";

interface FundFiltersProps {
  search: FundSearch;
  onSearch: (search: FundSearch) => void;
}

/** Filters of the funds: open or all, program, location; for the vendor the partner, found by name among thousands. */
export function FundFilters({ search, onSearch }: FundFiltersProps) {
  const { t } = useLingui();
  const me = useMe();
  const programs = useQuery(programsQuery);
  const names = programs.data?.items ?? [];
  return (
    <Group gap="sm" mb="md" className="fp-no-print">
      <FilterChips
        label={t`Which funds`}
        options={[
          { value: "", label: t`Open` },
          { value: "all", label: t`All` },
        ]}
        value={search.state ?? ""}
        onChange={(state) => onSearch({ ...search, state })}
      />
      {names.length > 1 && (
        <Select
          aria-label={t`Program`}
          placeholder={t`Every program`}
          clearable
          w={{ base: "100%", sm: 230 }}
          data={names.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.program ?? null}
          onChange={(program) => onSearch({ ...search, program: program ?? "" })}
        />
      )}
      {me.side === "vendor" ? (
        <PartnerSelect search={search} onSearch={onSearch} />
      ) : (
        <LocationSelect search={search} onSearch={onSearch} />
      )}
    </Group>
  );
}

function PartnerSelect({ search, onSearch }: FundFiltersProps) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const [typed] = useDebouncedValue(words, 250);
  const partners = useQuery({ ...partnersQuery(typed), placeholderData: keepPreviousData });
  return (
    <Select
      aria-label={t`Partner`}
      placeholder={t`Every partner`}
      searchable
      clearable
      w={{ base: "100%", sm: 260 }}
      // The server has searched already; what it found is shown as it is.
      filter={({ options }) => options}
      nothingFoundMessage={t`No partner of this name`}
      data={partners.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      searchValue={words}
      onSearchChange={setWords}
      value={search.partner ?? null}
      onChange={(partner) => onSearch({ ...search, partner: partner ?? "" })}
    />
  );
}

function LocationSelect({ search, onSearch }: FundFiltersProps) {
  const { t } = useLingui();
  const locations = useQuery(locationsQuery());
  if ((locations.data?.items.length ?? 0) < 2) return null;
  return (
    <Select
      aria-label={t`Location`}
      placeholder={t`Every location`}
      searchable
      clearable
      w={{ base: "100%", sm: 230 }}
      nothingFoundMessage={t`No location of this name`}
      data={locations.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={search.location ?? null}
      onChange={(location) => onSearch({ ...search, location: location ?? "" })}
    />
  );
}
