import { useLingui } from "@lingui/react/macro";
import { Modal } from "@mantine/core";
import { IconFile, IconFileTypePdf, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import type { FileRef } from "../api/types.ts";
import { sizeInWords } from "../i18n/format.ts";
import classes from "./FileChip.module.css";
import { FileViewer } from "./FileViewer.tsx";

/** A file as a small button that opens it in the page. */
export function FileChip({ file }: { file: FileRef }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const Icon =
    file.mediaType === "application/pdf" ? IconFileTypePdf : file.mediaType.startsWith("image/") ? IconPhoto : IconFile;
  return (
    <>
      <button type="button" className={classes.chip} onClick={() => setOpen(true)} title={file.name}>
        <Icon size={17} stroke={1.7} aria-hidden />
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{sizeInWords(file.size)}</span>
      </button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="80rem"
        title={t`Document`}
        closeButtonProps={{ "aria-label": t`Close` }}
        classNames={{ title: classes.title ?? "" }}
      >
        <div className={classes.stage}>
          <FileViewer file={file} />
        </div>
      </Modal>
    </>
  );
}
