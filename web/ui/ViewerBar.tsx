import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconDownload, IconMinus, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./FileViewer.module.css";

interface ViewerBarProps {
  name: string;
  url: string;
  zoom?: number;
  onZoom?: (zoom: number) => void;
  children?: ReactNode;
}

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The bar over a shown file: its name, what a kind of file adds, zoom and download. */
export function ViewerBar({ name, url, zoom, onZoom, children }: ViewerBarProps) {
  const { t } = useLingui();
  const at = zoom ?? 1;
  const percent = Math.round(at * 100);
  return (
    <div className={classes.bar}>
      <span className={classes.name} title={name}>
        {name}
      </span>
      {children}
      {onZoom && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Zoom out`}
            disabled={at <= STEPS[0]}
            onClick={() => onZoom(STEPS.findLast((step) => step < at) ?? STEPS[0])}
          >
            <IconMinus size={16} />
          </ActionIcon>
          <span className="fp-num">{percent} %</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Zoom in`}
            disabled={at >= 4}
            onClick={() => onZoom(STEPS.find((step) => step > at) ?? 4)}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </>
      )}
      <Tooltip label={t`Download`}>
        <ActionIcon
          component="a"
          href={url}
          download={name}
          variant="subtle"
          color="gray"
          aria-label={t`Download ${name}`}
        >
          <IconDownload size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
