import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { ColumnsMenu } from "./ColumnsMenu.tsx";
import { ViewsMenu } from "./ViewsMenu.tsx";
import type { ListName, ListSearch } from "./views-api.ts";

interface ListToolsProps {
  list: ListName;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  /** The columns that can be left out. */
  columns: readonly { key: string; head: string }[];
  /** Where what is seen is as a file. */
  file?: string;
}

/** How a list is looked at: saved views, columns, and what is seen as a file. */
export function ListTools({ list, search, onSearch, columns, file }: ListToolsProps) {
  const { t } = useLingui();
  return (
    <Group gap={4} justify="flex-end" mb="xs" className="fp-no-print" component="fieldset" aria-label={t`This list`}>
      <ViewsMenu list={list} search={search} onSearch={onSearch} />
      <ColumnsMenu
        columns={columns}
        shown={search["columns"]}
        onShown={(shown) => onSearch({ ...search, columns: shown })}
      />
      {file && (
        <Button
          component="a"
          href={file}
          download
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          <Trans>Download CSV</Trans>
        </Button>
      )}
    </Group>
  );
}
