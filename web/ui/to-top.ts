/** After a step that turns the page into another one: its beginning is in sight and is where the keyboard goes on. */
export function toTop(): void {
  document.getElementById("page")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}
