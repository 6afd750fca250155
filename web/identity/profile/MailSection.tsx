import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Stack, Switch } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Section } from "../../ui/Section.tsx";
import { useMe } from "../me.ts";
import { saveMe } from "../settings.ts";
import { useMailTypes } from "./use-mail-types.ts";

/** Which mails are wanted. The notification in the web comes all the same. */
export function MailSection() {
  const { t } = useLingui();
  const me = useMe();
  const types = useMailTypes(me.side);
  const { mutedMails } = me.settings;
  const save = useMutation({ mutationFn: (muted: string[]) => saveMe({ mutedMails: muted }) });
  const shown = save.isPending ? save.variables : mutedMails;
  return (
    <Section
      title={t`Mails`}
      hint={
        <Trans>
          What is worth a mail to you. It stands under the bell in any case. Mails come only where your administrator
          has set up a mail server.
        </Trans>
      }
    >
      <Stack gap={10}>
        {types.map(({ type, label }) => (
          <Switch
            key={type}
            label={label}
            checked={!shown.includes(type)}
            onChange={(event) =>
              save.mutate(event.currentTarget.checked ? shown.filter((one) => one !== type) : [...shown, type])
            }
          />
        ))}
        {save.error && <Alert color="red">{save.error.message}</Alert>}
      </Stack>
    </Section>
  );
}
