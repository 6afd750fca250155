import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSignIn } from "./use-sign-in.ts";

interface SignInFormProps {
  /** Filled in when the person is known already. */
  email?: string;
  onDone: () => Promise<void> | void;
}

/** E-mail and password. */
export function SignInForm({ email: known = "", onDone }: SignInFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const { busy, error, submit } = useSignIn(onDone);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(email.trim(), password);
      }}
    >
      <Stack gap="sm">
        {error && (
          <Alert color="red" variant="light" role="alert">
            {error}
          </Alert>
        )}
        <TextInput
          label={t`E-mail`}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Password`}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          data-autofocus={known !== "" || undefined}
          visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password`, tabIndex: 0 }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} mt={6} fullWidth size="md">
          <Trans>Sign in</Trans>
        </Button>
      </Stack>
    </form>
  );
}
