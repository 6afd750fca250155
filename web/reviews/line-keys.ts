const AMOUNTS = "input[inputmode=decimal]";
const REASON = "input[role=combobox]";

/** Puts the cursor into the first amount of the lines, if one can be set. */
export function focusFirstAmount(): void {
  document.querySelector<HTMLElement>(`[data-lines] ${AMOUNTS}`)?.focus();
}

/** Where a key leads from an amount: Enter to its missing reason or the next amount, arrows to the neighbours. */
function targetOf(lines: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const amounts = [...lines.querySelectorAll<HTMLElement>(AMOUNTS)];
  const here = amounts.indexOf(from);
  if (key === "ArrowUp") return amounts[here - 1];
  const reason = from.closest("fieldset")?.querySelector<HTMLInputElement>(REASON);
  if (key === "Enter" && reason?.value === "") return reason;
  return amounts[here + 1];
}

function move(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLInputElement && currentTarget instanceof HTMLElement)) return;
  if (!target.matches(AMOUNTS)) return;
  if (key === "Escape") return target.blur();
  if (key !== "Enter" && key !== "ArrowDown" && key !== "ArrowUp") return;
  event.preventDefault();
  const next = targetOf(currentTarget, target, key);
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** Ref of the lines: Enter and arrows go from amount to amount, Escape leaves them for the keys of the page. */
export function amountsByKey(lines: HTMLElement | null): (() => void) | undefined {
  if (!lines) return undefined;
  lines.dataset["lines"] = "";
  lines.addEventListener("keydown", move);
  return () => lines.removeEventListener("keydown", move);
}
