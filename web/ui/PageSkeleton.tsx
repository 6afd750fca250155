import { useLingui } from "@lingui/react/macro";
import { Skeleton, Stack } from "@mantine/core";

/** A page that is on its way. */
export function PageSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="md" aria-busy component="section" aria-label={t`Loading`}>
      <Skeleton height={30} width="40%" />
      <Skeleton height={18} width="60%" />
      <Skeleton height={160} radius="lg" mt="md" />
      <Skeleton height={220} radius="lg" />
    </Stack>
  );
}
