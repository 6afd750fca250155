const LINK = "a[href]";

/** Arrow keys go from row to row, Home and End to the ends; each row's first link is what is focused. */
function moveFocus(body: HTMLElement, event: KeyboardEvent): void {
  const links = [...body.querySelectorAll<HTMLElement>("tr")].flatMap(
    (row) => row.querySelector<HTMLElement>(LINK) ?? [],
  );
  const here = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
  const next = there === undefined ? undefined : links[there];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** A click anywhere in a row is a click on its link, unless it was meant for something inside or text was selected. */
function openRow(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest("a,button,input,label") || getSelection()?.toString()) return;
  target.closest("tr")?.querySelector<HTMLElement>(LINK)?.click();
}

/** Ref of a table's body: rows answer to arrow keys and to clicks. The links inside stay the real, focusable things. */
export function rowsByKeyAndClick(body: HTMLElement | null): (() => void) | undefined {
  if (!body) return undefined;
  const onKey = (event: KeyboardEvent): void => moveFocus(body, event);
  body.addEventListener("keydown", onKey);
  body.addEventListener("click", openRow);
  return () => {
    body.removeEventListener("keydown", onKey);
    body.removeEventListener("click", openRow);
  };
}
