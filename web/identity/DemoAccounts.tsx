import { Trans } from "@lingui/react/macro";
import { Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, dataOf } from "../api/client.ts";
import { wordOf } from "../i18n/server-words.ts";
import classes from "./SignInPage.module.css";
import { useSignIn } from "./use-sign-in.ts";

/** The demo's accounts as buttons. Only a demo answers the question for them; anywhere else there is nothing here. */
export function DemoAccounts({ onDone }: { onDone: () => Promise<void> | void }) {
  const demo = useQuery({
    queryKey: ["demo"],
    queryFn: () => dataOf(api.GET("/api/v1/demo")),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { busy, error, submit } = useSignIn(onDone);
  if (!demo.data) return null;
  const { accounts, password } = demo.data;
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <Text id="demo-title" fw={600}>
        <Trans>This is a demo. Look around as:</Trans>
      </Text>
      {error && (
        <Text c="var(--mantine-color-error)" size="sm">
          {error}
        </Text>
      )}
      <div className={classes.accounts}>
        {accounts.map(({ email, who }) => (
          <UnstyledButton
            key={email}
            className={classes.account}
            disabled={busy}
            onClick={() => void submit(email, password)}
          >
            <span className={classes.who}>{wordOf(who)}</span>
            <span className={classes.email}>{email}</span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
