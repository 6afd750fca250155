import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Skeleton, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { Claim } from "../api/types.ts";
import { momentInWords } from "../i18n/format.ts";
import { useMe } from "../identity/me.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { ExplainedButton } from "../ui/ExplainedButton.tsx";
import { Section } from "../ui/Section.tsx";
import { useStoredDraft } from "../ui/use-stored-draft.ts";
import classes from "./Claims.module.css";
import { commentsQuery } from "./claims-api.ts";

const EMPTY = { text: "", ownSide: false };

/** The talk between partner and vendor about a claim. */
export function Comments({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const me = useMe();
  const comments = useQuery(commentsQuery(claim.id));
  const [draft, change, clear] = useStoredDraft(`${me.id}.comment.${claim.id}`, EMPTY);
  const send = useMutation({
    mutationFn: () =>
      api.POST("/api/v1/claims/{id}/comments", {
        params: { path: { id: claim.id } },
        body: { text: draft.text, visibility: draft.ownSide ? "own-side" : "shared" },
      }),
    onSuccess: async () => {
      clear();
      await queryClient.invalidateQueries({ queryKey: commentsQuery(claim.id).queryKey });
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
          if (draft.text.trim() !== "") send.mutate();
        }}
      >
        <Textarea
          aria-label={t`Write a comment`}
          placeholder={t`Write a comment`}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.text}
          error={send.error?.message}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Group justify="space-between" mt="xs">
          <Checkbox
            size="sm"
            label={me.side === "vendor" ? t`Only for the vendor` : t`Only for your organisation`}
            checked={draft.ownSide}
            onChange={(event) => change({ ownSide: event.currentTarget.checked })}
          />
          {claim.abilities["comment"]?.allowed === false ? (
            <ExplainedButton ability={claim.abilities["comment"]} variant="default" onClick={() => undefined}>
              <Trans>Send</Trans>
            </ExplainedButton>
          ) : (
            <Button type="submit" variant="default" loading={send.isPending}>
              <Trans>Send</Trans>
            </Button>
          )}
        </Group>
      </form>
    </Section>
  );
}
