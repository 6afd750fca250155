import { Trans } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { FileRef } from "../api/types.ts";
import { fileUrl } from "../api/upload.ts";
import classes from "./FileViewer.module.css";
import { ImageView } from "./ImageView.tsx";
import { TextView } from "./TextView.tsx";

const PdfView = lazy(async () => ({ default: (await import("./PdfView.tsx")).PdfView }));

/** A file in the page: PDF and pictures with zoom, text and XML as text, anything else as a download. */
export function FileViewer({ file }: { file: FileRef }) {
  const url = fileUrl(file.id);
  return (
    <div className={classes.viewer}>
      <Suspense fallback={<Loader size="sm" m="xl" />}>{bodyOf(file, url)}</Suspense>
    </div>
  );
}

function bodyOf(file: FileRef, url: string) {
  if (file.mediaType === "application/pdf") return <PdfView key={file.id} url={url} name={file.name} />;
  if (file.mediaType.startsWith("image/")) return <ImageView key={file.id} url={url} name={file.name} />;
  if (/^text\/|xml$|json$/.test(file.mediaType)) return <TextView key={file.id} url={url} name={file.name} />;
  return (
    <p className={classes.note}>
      <Trans>
        This kind of file cannot be shown here.{" "}
        <a href={url} download={file.name}>
          Download {file.name}
        </a>
      </Trans>
    </p>
  );
}
