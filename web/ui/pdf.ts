import { getDocument, type PDFDocumentProxy, PDFWorker, TextLayer } from "pdfjs-dist";

export type { PDFDocumentProxy };

/** Opens a PDF of our own server, read by a worker of its own. Scripts inside the PDF are never run. */
export function openPdf(url: string): { promise: Promise<PDFDocumentProxy>; close: () => void } {
  const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
  const worker = PDFWorker.create({ port });
  const task = getDocument({ url, worker, withCredentials: true, useSystemFonts: true, enableXfa: false });
  const end = (): void => {
    worker.destroy();
    port.terminate();
  };
  return { promise: task.promise, close: () => void task.destroy().then(end, end) };
}

/** How large a page is drawn: fitted to a width in CSS pixels, times the zoom. */
export interface PageSize {
  width: number;
  zoom: number;
}

/** Draws one page and lays its text over it, so that it can be selected, searched and read aloud. */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  size: PageSize,
  canvas: HTMLCanvasElement,
  text: HTMLElement,
): { done: Promise<void>; cancel: () => void } {
  let cancel = (): void => undefined;
  let cancelled = false;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (cancelled) return;
    const sharp = Math.min(window.devicePixelRatio || 1, 2);
    const scale = (size.width / page.getViewport({ scale: 1 }).width) * size.zoom;
    const viewport = page.getViewport({ scale });
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    canvas.style.width = `${viewport.width}px`;
    canvas.style.height = `${viewport.height}px`;
    const painting = page.render({ canvas, viewport: page.getViewport({ scale: scale * sharp }) });
    cancel = () => painting.cancel();
    await painting.promise;
    text.replaceChildren();
    text.style.setProperty("--total-scale-factor", String(scale));
    await new TextLayer({ textContentSource: await page.getTextContent(), container: text, viewport }).render();
  };
  return {
    done: draw().catch((error: unknown) => {
      if (!(error instanceof Error && error.name === "RenderingCancelledException")) throw error;
    }),
    cancel: () => {
      cancelled = true;
      cancel();
    },
  };
}

/** The numbers of the pages on which the words stand. */
export async function pagesWith(pdf: PDFDocumentProxy, words: string): Promise<number[]> {
  const found: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
    if (text.toLowerCase().includes(words.toLowerCase())) found.push(number);
  }
  return found;
}

/** Marks the pieces of a laid-out page that hold the words. */
export function markHits(text: HTMLElement, words: string): void {
  for (const piece of text.querySelectorAll("span")) {
    piece.classList.toggle(
      "hit",
      words !== "" && (piece.textContent ?? "").toLowerCase().includes(words.toLowerCase()),
    );
  }
}
