import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import classes from "./FileViewer.module.css";
import { reachable } from "./reachable.ts";
import { ViewerBar } from "./ViewerBar.tsx";

/** A picture, fitted to the width at first, with zoom. */
export function ImageView({ url, name }: { url: string; name: string }) {
  const [zoom, setZoom] = useState(1);
  const [broken, setBroken] = useState(false);
  return (
    <>
      <ViewerBar name={name} url={url} zoom={zoom} onZoom={setZoom} />
      <section className={classes.stage} ref={reachable} aria-label={name}>
        {broken ? (
          <p className={classes.note}>
            <Trans>This picture cannot be shown. The file may be damaged; the download still has all its bytes.</Trans>
          </p>
        ) : (
          <img
            src={url}
            alt={name}
            className={classes.image}
            style={{ width: `${zoom * 100}%` }}
            onError={() => setBroken(true)}
          />
        )}
      </section>
    </>
  );
}
