import { useEffect, useRef, useState } from "react";
import { drawPage, markHits, openPdf, type PDFDocumentProxy, pagesWith } from "./pdf.ts";
import { reachable } from "./reachable.ts";

/** An open PDF: the page that is shown, zoom relative to the width, and search from hit to hit. */
export function usePdf(url: string) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [failed, setFailed] = useState(false);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [words, setWords] = useState("");
  const [hits, setHits] = useState<number[]>();
  const [width, setWidth] = useState(0);
  const [drawn, setDrawn] = useState(0);
  const stage = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const task = openPdf(url);
    task.promise.then(setPdf, () => setFailed(true));
    return task.close;
  }, [url]);

  useEffect(() => {
    const node = stage.current;
    if (!node) return undefined;
    reachable(node);
    const watch = new ResizeObserver(() => setWidth(node.clientWidth - 32));
    watch.observe(node);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const [surface, layer] = [canvas.current, text.current];
    if (!pdf || !surface || !layer || width <= 0) return undefined;
    const drawing = drawPage(pdf, page, { width, zoom }, surface, layer);
    drawing.done.then(
      () => setDrawn((count) => count + 1),
      () => setFailed(true),
    );
    return drawing.cancel;
  }, [pdf, page, zoom, width]);

  useEffect(() => {
    if (drawn > 0 && text.current) markHits(text.current, words);
  }, [drawn, words]);

  const search = async (): Promise<void> => {
    if (!pdf || words === "") return setHits(undefined);
    const found = await pagesWith(pdf, words);
    const next = found.find((number) => number > page || (hits === undefined && number >= page)) ?? found[0];
    setHits(found);
    if (next) setPage(next);
  };

  const type = (typed: string): void => {
    setWords(typed);
    setHits(undefined);
  };

  return {
    open: pdf !== undefined,
    failed,
    pages: pdf?.numPages ?? 0,
    page,
    setPage,
    zoom,
    setZoom,
    words,
    type,
    hits,
    search,
    stage,
    canvas,
    text,
  };
}
