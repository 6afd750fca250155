/**
 * Brings a field of the page into view and focuses it. `field` is the path a finding names (`invoices[0].lines[1]`); when
 * exactly that field is not on the page, the nearest thing around it is taken.
 */
export function jumpToField(field: string): void {
  for (let path = field; path !== ""; path = parentOf(path)) {
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    if (!place) continue;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    place.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    const target = place.matches("input,button,textarea,select,a")
      ? place
      : place.querySelector<HTMLElement>("input,textarea,select,button,a,[tabindex]");
    target?.focus({ preventScroll: true });
    place.animate?.(
      calm ? [] : [{ boxShadow: "0 0 0 3px var(--fp-needs-line)" }, { boxShadow: "0 0 0 3px transparent" }],
      1600,
    );
    return;
  }
}

const PATIENCE_MS = 1_500;

/** {@link jumpToField} for a field that is about to appear, such as after another part was picked. */
export function jumpWhenThere(field: string, since = performance.now()): void {
  const isThere = document.querySelector(`[data-field="${CSS.escape(field)}"]`) !== null;
  if (isThere || performance.now() - since > PATIENCE_MS) jumpToField(field);
  else requestAnimationFrame(() => jumpWhenThere(field, since));
}

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
