import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Skeleton } from "@mantine/core";
import { IconBellOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { FilterChips } from "../ui/FilterChips.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { NoticeRow } from "./NoticeRow.tsx";
import classes from "./Notices.module.css";
import { noticesQuery } from "./notices-api.ts";
import { ReadAll } from "./ReadAll.tsx";

interface NotificationsPageProps {
  unread: boolean;
  onUnread: (unread: boolean) => void;
}

/** All that the person was told, the newest first. */
export function NotificationsPage({ unread, onUnread }: NotificationsPageProps) {
  const { t } = useLingui();
  const notices = useInfiniteQuery(noticesQuery(unread));
  const items = notices.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader title={t`Notifications`}>
        <Trans>What happened to your claims and plans. Opening one marks it as read.</Trans>
      </PageHeader>
      <Group justify="space-between" mb="md">
        <FilterChips
          label={t`Show`}
          options={[
            { value: "", label: t`All` },
            { value: "true", label: t`Unread` },
          ]}
          value={unread ? "true" : ""}
          onChange={(value) => onUnread(value === "true")}
        />
        <ReadAll newest={items?.[0]} />
      </Group>
      <Paper px="xs">
        {notices.isPending && <Skeleton height={240} my="md" />}
        {notices.error && <ErrorState error={notices.error} retry={() => void notices.refetch()} />}
        {items?.length === 0 && (
          <EmptyState
            icon={<IconBellOff size={22} aria-hidden />}
            title={unread ? t`All is read` : t`Nothing yet`}
            action={
              unread && (
                <Button variant="default" onClick={() => onUnread(false)}>
                  <Trans>Show all</Trans>
                </Button>
              )
            }
          >
            <Trans>Here you are told when something is asked of you, and what was decided.</Trans>
          </EmptyState>
        )}
        <ul className={classes.list}>
          {items?.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} full />
          ))}
        </ul>
      </Paper>
      {notices.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          mx="auto"
          display="block"
          loading={notices.isFetchingNextPage}
          onClick={() => void notices.fetchNextPage()}
        >
          <Trans>Load more</Trans>
        </Button>
      )}
    </>
  );
}
