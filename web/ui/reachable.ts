/** Ref of a region that scrolls: it can be focused, so that the arrow keys scroll it. */
export function reachable(node: HTMLElement | null): void {
  if (node) node.tabIndex = 0;
}
