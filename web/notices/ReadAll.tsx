import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Notice } from "../api/types.ts";
import { unreadQuery } from "../ui/shell/unread.ts";
import { readAllUntil } from "./notices-api.ts";

/** Marks all as read that happened up to the newest that is shown. */
export function ReadAll({ newest }: { newest: Notice | undefined }) {
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const read = useMutation({
    mutationFn: readAllUntil,
    onError: (error) => notifications.show({ color: "red", message: error.message }),
  });
  if (!newest || unread === 0) return null;
  return (
    <Button variant="subtle" size="compact-sm" loading={read.isPending} onClick={() => read.mutate(newest.occurredAt)}>
      <Trans>Mark all as read</Trans>
    </Button>
  );
}
