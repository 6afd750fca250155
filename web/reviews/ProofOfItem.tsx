import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import type { ProofDocument } from "../api/types.ts";
import classes from "./Reviews.module.css";

/** One piece of proof below the thing it is to prove: what it is said to show, and the way to see it. */
export function ProofOfItem({ document, onShow }: { document: ProofDocument; onShow: (fileId: string) => void }) {
  const { t } = useLingui();
  const { file, url, note } = document;
  return (
    <p className={classes.proofNote}>
      {note}{" "}
      {file ? (
        <Button variant="subtle" size="compact-xs" onClick={() => onShow(file.id)}>
          <Trans>Show</Trans>
        </Button>
      ) : (
        <Anchor href={url ?? ""} target="_blank" rel="noreferrer noopener" underline="always" inherit>
          {url} <IconExternalLink size={13} aria-label={t`opens in a new window`} />
        </Anchor>
      )}
    </p>
  );
}
