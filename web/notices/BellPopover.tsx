import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Group, Popover, Skeleton, Title } from "@mantine/core";
import { IconBellOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { BellFace } from "../ui/shell/BellFace.tsx";
import { NoticeRow } from "./NoticeRow.tsx";
import classes from "./Notices.module.css";
import { newestNoticesQuery } from "./notices-api.ts";
import { ReadAll } from "./ReadAll.tsx";

/** The bell with the newest notifications below it. Comes open, when it is first wanted. */
export function BellPopover() {
  const { t } = useLingui();
  const [opened, setOpened] = useState(true);
  const close = (): void => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(380px, calc(100vw - 24px))"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
      radius="lg"
    >
      <Popover.Target>
        <BellFace onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t`Notifications`} className={classes.dropdown}>
        <Newest onOpen={close} />
        <div className={classes.foot}>
          <Anchor component={Link} to="/notifications" size="sm" onClick={close}>
            <Trans>All notifications</Trans>
          </Anchor>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Newest({ onOpen }: { onOpen: () => void }) {
  const { t } = useLingui();
  const newest = useQuery(newestNoticesQuery);
  const items = newest.data?.items;
  return (
    <>
      <Group justify="space-between" className={classes.head}>
        <Title order={2} size="h3">
          <Trans>Notifications</Trans>
        </Title>
        <ReadAll newest={items?.[0]} />
      </Group>
      <div className={classes.scroll}>
        {newest.isPending && <Skeleton height={120} m="md" w="auto" />}
        {newest.error && <ErrorState error={newest.error} retry={() => void newest.refetch()} />}
        {items?.length === 0 && (
          <EmptyState icon={<IconBellOff size={22} aria-hidden />} title={t`Nothing yet`}>
            <Trans>Here you are told when something is asked of you, and what was decided.</Trans>
          </EmptyState>
        )}
        <ul className={classes.list}>
          {items?.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </>
  );
}
