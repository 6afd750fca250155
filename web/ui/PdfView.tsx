import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Loader, TextInput } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconSearch } from "@tabler/icons-react";
import classes from "./FileViewer.module.css";
import { usePdf } from "./use-pdf.ts";
import { ViewerBar } from "./ViewerBar.tsx";

/** A PDF in the page: one page at a time, zoom relative to the width, search that goes from hit to hit. */
export function PdfView({ url, name }: { url: string; name: string }) {
  const { t } = useLingui();
  const { open, failed, pages, page, setPage, zoom, setZoom, words, type, hits, search, stage, canvas, text } =
    usePdf(url);
  return (
    <>
      <ViewerBar name={name} url={url} zoom={zoom} onZoom={setZoom}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void search();
          }}
        >
          <TextInput
            size="xs"
            className={classes.search ?? ""}
            value={words}
            aria-label={t`Search in this document`}
            placeholder={t`Search`}
            leftSection={<IconSearch size={14} />}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </form>
        <output className="fp-num">
          {hits && (hits.length === 0 ? <Trans>not found</Trans> : <Trans>on {hits.join(", ")}</Trans>)}
        </output>
        {pages > 1 && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Previous page`}
              disabled={page <= 1}
              onClick={() => setPage(page - 1)}
            >
              <IconChevronLeft size={16} />
            </ActionIcon>
            <span className="fp-num">
              {page} / {pages}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Next page`}
              disabled={page >= pages}
              onClick={() => setPage(page + 1)}
            >
              <IconChevronRight size={16} />
            </ActionIcon>
          </>
        )}
      </ViewerBar>
      <section ref={stage} className={classes.stage} aria-label={name}>
        {failed && (
          <p className={classes.note}>
            <Trans>
              This PDF cannot be shown. It may be damaged or protected; the download still has all its bytes.
            </Trans>
          </p>
        )}
        {!open && !failed && <Loader size="sm" />}
        <div className={classes.page} style={{ width: "max-content", display: open && !failed ? undefined : "none" }}>
          <canvas ref={canvas} />
          <div ref={text} className={classes.text} />
        </div>
      </section>
    </>
  );
}
