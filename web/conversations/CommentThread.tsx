import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Skeleton, Text, Textarea } from "@mantine/core";
import { type UseQueryResult, useMutation } from "@tanstack/react-query";
import type { Ability, CommentItem } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { useMe } from "../identity/me.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { Section } from "../ui/Section.tsx";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import classes from "./Conversations.module.css";

/** What is sent: the words, and who may read them. */
export interface NewComment {
  text: string;
  visibility: "own-side" | "shared";
}

interface CommentThreadProps {
  /** Id of what is talked about; unsent words are kept under it. */
  subjectId: string;
  comments: UseQueryResult<{ items: CommentItem[] }>;
  ability: Ability | undefined;
  send: (comment: NewComment) => Promise<unknown>;
}

const EMPTY = { text: "", ownSide: false };

/** The talk between partner and vendor about one thing. */
export function CommentThread({ subjectId, comments, ability, send }: CommentThreadProps) {
  const { t } = useLingui();
  const me = useMe();
  const [draft, change, clear] = useStoredDraft(`${me.id}.comment.${subjectId}`, EMPTY);
  const sending = useMutation({
    mutationFn: () => send({ text: draft.text, visibility: draft.ownSide ? "own-side" : "shared" }),
    onSuccess: async () => {
      clear();
      await comments.refetch();
    },
  });
  const ownSide = me.side === "vendor" ? t`only for the vendor` : t`only for your organisation`;
  return (
    <Section title={t`Comments`} hint={<Trans>Partner and vendor talk here.</Trans>}>
      {comments.isPending && <Skeleton height={48} />}
      {comments.error && <ErrorState error={comments.error} retry={() => void comments.refetch()} />}
      {comments.data?.items.map((comment) => (
        <div key={comment.id} className={classes.comment} data-mine={comment.author.side === me.side || undefined}>
          <Text size="xs" c="dimmed">
            <strong>{comment.author.name}</strong>, {momentInWords(comment.at)}
            {comment.visibility === "own-side" && <> · {ownSide}</>}
          </Text>
          <div className={classes.said}>{comment.text}</div>
        </div>
      ))}
      <form
        className="fp-no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.text.trim() !== "") sending.mutate();
        }}
      >
        <Textarea
          aria-label={t`Write a comment`}
          placeholder={t`Write a comment`}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.text}
          error={sending.error?.message}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Group justify="space-between" mt="xs">
          <Checkbox
            size="sm"
            label={me.side === "vendor" ? t`Only for the vendor` : t`Only for your organisation`}
            checked={draft.ownSide}
            onChange={(event) => change({ ownSide: event.currentTarget.checked })}
          />
          {ability?.allowed === false ? (
            <ExplainedButton ability={ability} variant="default" onClick={() => undefined}>
              <Trans>Send</Trans>
            </ExplainedButton>
          ) : (
            <Button type="submit" variant="default" loading={sending.isPending}>
              <Trans>Send</Trans>
            </Button>
          )}
        </Group>
      </form>
    </Section>
  );
}
