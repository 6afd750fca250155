import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Text } from "@mantine/core";
import { IconFileOff } from "@tabler/icons-react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { FileViewer } from "../ui/FileViewer.tsx";
import type { ShownFile } from "./files-of.ts";
import classes from "./Reviews.module.css";

interface DocumentPaneProps {
  files: readonly ShownFile[];
  shown: number;
  onShow: (index: number) => void;
}

/** The documents of the claim, one at a time, beside the decision. */
export function DocumentPane({ files, shown, onShow }: DocumentPaneProps) {
  const { t } = useLingui();
  const file = files[shown] ?? files[0];
  if (!file) {
    return (
      <Paper>
        <EmptyState icon={<IconFileOff size={22} aria-hidden />} title={t`No documents`}>
          <Trans>This claim carries no file that could be shown here.</Trans>
        </EmptyState>
      </Paper>
    );
  }
  return (
    <section className={classes.viewer} aria-label={t`Documents`}>
      <fieldset className={classes.files} aria-label={t`Choose a document`}>
        {files.map((one, index) => (
          <button
            key={one.id}
            type="button"
            className={classes.file}
            aria-pressed={one === file}
            title={one.label}
            onClick={() => onShow(index)}
          >
            {index + 1}. {one.label}
          </button>
        ))}
      </fieldset>
      {file.note && (
        <Text size="sm" c="dimmed" lineClamp={3}>
          {file.note}
        </Text>
      )}
      <div className={classes.stage}>
        <FileViewer file={file} />
      </div>
    </section>
  );
}
