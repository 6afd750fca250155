import { Trans } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Claim } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { DateText } from "../ui/DateText.tsx";
import classes from "./Conversations.module.css";

interface InformationRequestProps {
  request: NonNullable<Claim["informationRequest"]>;
  dueOn: string | null;
  /** What can be done right here. */
  children?: ReactNode;
}

/** What the reviewer needs, by when; stands above the form in which it is answered. */
export function InformationRequest({ request, dueOn, children }: InformationRequestProps) {
  return (
    <section className={classes.request} aria-labelledby="request-title">
      <Title order={2} id="request-title">
        <Trans>The reviewer needs something from you</Trans>
      </Title>
      {request.reason && <Text fw={550}>{request.reason}</Text>}
      {request.comment && <Text className={classes.said}>{request.comment}</Text>}
      {request.whatToDo && <Text>{request.whatToDo}</Text>}
      <Text size="sm" mt="xs">
        {dueOn && (
          <Trans>
            Please change or add below what is asked, and submit again by{" "}
            <strong>
              <DateText day={dueOn} deadline />
            </strong>
            .
          </Trans>
        )}{" "}
        <Trans>
          Asked by {request.by}, {momentInWords(request.at)}.
        </Trans>
      </Text>
      {children}
    </section>
  );
}
