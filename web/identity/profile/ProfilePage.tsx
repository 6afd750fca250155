import { Trans, useLingui } from "@lingui/react/macro";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useMe } from "../me.ts";
import { AccessSection } from "./AccessSection.tsx";
import { MailSection } from "./MailSection.tsx";
import { PasswordSection } from "./PasswordSection.tsx";
import { PersonSection } from "./PersonSection.tsx";
import classes from "./Profile.module.css";
import { SessionsSection } from "./SessionsSection.tsx";

/** Who am I here, how does the program speak to me, where am I signed in, and what may I do? */
export function ProfilePage() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <>
      <PageHeader title={t`Profile and access`}>
        <Trans>
          {me.email}, {me.organisation.name}
        </Trans>
      </PageHeader>
      <div className={classes.columns}>
        <div className="fp-stack">
          <PersonSection />
          <MailSection />
        </div>
        <div className="fp-stack">
          <PasswordSection />
          <SessionsSection />
        </div>
      </div>
      <AccessSection />
    </>
  );
}
