import { Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { Brand } from "../ui/shell/Brand.tsx";
import { DemoAccounts } from "./DemoAccounts.tsx";
import { SignInForm } from "./SignInForm.tsx";
import classes from "./SignInPage.module.css";

/** The door: sign in by e-mail and password; in a demo, pick an account. */
export function SignInPage({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useLingui();
  useEffect(() => {
    document.title = `${t`Sign in`} · Fundproof`;
  }, [t]);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Brand size={34} />
        <div>
          <Title order={1} size={24}>
            <Trans>Sign in</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>Programs, funds, claims and proof of execution.</Trans>
          </Text>
        </div>
        <SignInForm onDone={onDone} />
        <DemoAccounts onDone={onDone} />
      </div>
    </main>
  );
}
