import { Trans } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { send } from "../api/client.ts";
import { problemOf } from "../api/problem.ts";
import { ErrorState } from "./ErrorState.tsx";
import classes from "./FileViewer.module.css";
import { reachable } from "./reachable.ts";
import { ViewerBar } from "./ViewerBar.tsx";

const MOST = 400_000;

async function readText(url: string): Promise<string> {
  const response = await send(url);
  if (!response.ok) throw await problemOf(response);
  return response.text();
}

/** A text or XML file as text, never interpreted by the browser. */
export function TextView({ url, name }: { url: string; name: string }) {
  const text = useQuery({
    queryKey: ["file-text", url],
    queryFn: () => readText(url),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <ViewerBar name={name} url={url} />
      <section className={classes.stage} ref={reachable} aria-label={name}>
        {text.isPending && <Skeleton height={200} />}
        {text.error && <ErrorState error={text.error} retry={() => void text.refetch()} />}
        {text.data !== undefined && <pre className={classes.plain}>{text.data.slice(0, MOST)}</pre>}
        {text.data && text.data.length > MOST && (
          <p className={classes.note}>
            <Trans>Only the beginning is shown. The download has the whole file.</Trans>
          </p>
        )}
      </section>
    </>
  );
}
