import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import classes from "./Views.module.css";
import { keepView, type ListName, type ListSearch } from "./views-api.ts";

interface SaveViewProps {
  list: ListName;
  search: ListSearch;
  onSaved: () => void;
}

/** Keeps how the list is looked at now. */
export function SaveView({ list, search, onSaved }: SaveViewProps) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [first, setFirst] = useState(false);
  const keep = useMutation({
    mutationFn: () => keepView(list, name.trim(), first, search),
    onSuccess: () => {
      setName("");
      notifications.show({ message: t`The view is saved.` });
      onSaved();
    },
  });
  return (
    <form
      className={classes.save}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <Stack gap={8}>
        <TextInput
          label={t`Save what you see now as`}
          maxLength={80}
          value={name}
          error={keep.error?.message}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={t`Open the list with it`}
          checked={first}
          onChange={(event) => setFirst(event.currentTarget.checked)}
        />
        <Button type="submit" size="compact-md" variant="default" disabled={!name.trim()} loading={keep.isPending}>
          <Trans>Save the view</Trans>
        </Button>
      </Stack>
    </form>
  );
}
