import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SaveView } from "./SaveView.tsx";
import classes from "./Views.module.css";
import { forgetView, type ListName, type ListSearch, searchOf, viewsQuery } from "./views-api.ts";

interface ViewsMenuProps {
  list: ListName;
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

/** The person's own ways to look at a list: taken with one click, kept under a name, forgotten again. */
export function ViewsMenu({ list, search, onSearch }: ViewsMenuProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const views = useQuery(viewsQuery(list));
  const forget = useMutation({
    mutationFn: forgetView,
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={300}
      withinPortal
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconBookmark size={15} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <Trans>Views</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {views.data?.length === 0 && (
            <Text size="sm" c="dimmed">
              <Trans>A view keeps filter, order and columns of this list under a name. Only you see it.</Trans>
            </Text>
          )}
          {views.data?.map((view) => (
            <Group key={view.id} justify="space-between" wrap="nowrap" gap={4}>
              <UnstyledButton
                className={classes.view}
                onClick={() => {
                  setOpened(false);
                  onSearch(searchOf(view));
                }}
              >
                {view.name}
                {view.isDefault && (
                  <span className={classes.sub}>
                    {" "}
                    <Trans>opens first</Trans>
                  </span>
                )}
              </UnstyledButton>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t`Forget ${view.name}`}
                loading={forget.isPending && forget.variables.id === view.id}
                onClick={() => forget.mutate(view)}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
          ))}
          <SaveView list={list} search={search} onSaved={() => setOpened(false)} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
