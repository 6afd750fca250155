import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Progress, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import type { FileRef } from "../api/types.ts";
import { dropsOn } from "./drops-on.ts";
import classes from "./UploadDrop.module.css";
import { useUploads } from "./use-uploads.ts";

interface UploadDropProps {
  /** What the file is for; the name of the area for a screen reader. */
  label: string;
  /** Called for each file that has arrived whole. */
  onUploaded: (file: FileRef) => void | Promise<void>;
  multiple?: boolean;
  compact?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}

/** A drop area: drag a file here or choose one; shows how far it is, says in words what failed, and tries again on request. */
export function UploadDrop({
  label,
  onUploaded,
  multiple = false,
  compact = false,
  disabled = false,
  children,
}: UploadDropProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { uploads, add, retry, dismiss } = useUploads(onUploaded);
  const take = (files: FileList | null): void => {
    if (!files || disabled) return;
    for (const file of multiple ? files : [...files].slice(0, 1)) add(file);
  };
  return (
    <div>
      <fieldset
        ref={(node) => dropsOn(node, setOver, take)}
        className={classes.area}
        data-over={(over && !disabled) || undefined}
        data-compact={compact || undefined}
        aria-label={label}
      >
        <IconUpload size={18} aria-hidden className={classes.icon} />
        <span className={classes.words}>{children ?? <Trans>Drop a file here or</Trans>}</span>
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          onClick={() => input.current?.click()}
          aria-label={t`Choose a file: ${label}`}
        >
          <Trans>Choose a file</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          className={classes.input}
          tabIndex={-1}
          aria-label={label}
          multiple={multiple}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </fieldset>
      {uploads.map((upload) => (
        <output key={upload.id} className={classes.upload}>
          <Text size="sm" className={classes.name}>
            {upload.file.name}
          </Text>
          {upload.error ? (
            <>
              <Text size="sm" c="var(--mantine-color-error)">
                {upload.error}
              </Text>
              <Button size="compact-sm" variant="default" onClick={() => retry(upload.id)}>
                <Trans>Try again</Trans>
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => dismiss(upload.id)}>
                <Trans>Leave out</Trans>
              </Button>
            </>
          ) : (
            <Progress
              className={classes.progress}
              value={upload.part * 100}
              aria-label={t`${upload.file.name} is being sent`}
            />
          )}
        </output>
      ))}
    </div>
  );
}
