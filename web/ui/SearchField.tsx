import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTypedSearch } from "./use-typed-search.ts";

interface SearchFieldProps {
  /** What is searched, for a screen reader. */
  label: string;
  placeholder: string;
  /** What the list is narrowed to now. */
  value: string | undefined;
  onSearch: (q: string) => void;
}

/** The search of a list: narrows it a moment after the last letter, or at once with Enter. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const { typed, type, flush } = useTypedSearch(value, onSearch);
  return (
    <TextInput
      w={{ base: "100%", sm: "auto" }}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && flush()}
    />
  );
}
