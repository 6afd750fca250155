/** Makes a region take files that are dropped on it; tells while something hovers over it. To be called as a ref. */
export function dropsOn(
  node: HTMLElement | null,
  onHover: (over: boolean) => void,
  onFiles: (files: FileList | null) => void,
): (() => void) | undefined {
  if (!node) return undefined;
  const listeners: [string, (event: DragEvent) => void][] = [
    ["dragenter", () => onHover(true)],
    ["dragover", () => onHover(true)],
    ["dragleave", () => onHover(false)],
    [
      "drop",
      (event) => {
        onHover(false);
        onFiles(event.dataTransfer?.files ?? null);
      },
    ],
  ];
  const stop = new AbortController();
  for (const [type, listener] of listeners) {
    node.addEventListener(
      type,
      (event) => {
        // Without this the browser would open the file in place of the page.
        event.preventDefault();
        listener(event as DragEvent);
      },
      { signal: stop.signal },
    );
  }
  return () => stop.abort();
}
