import { loadTexts } from "../../i18n/i18n.ts";
import { useLater } from "../use-later.ts";
import { BellFace } from "./BellFace.tsx";

const load = async () =>
  (await Promise.all([import("../../notices/BellPopover.tsx"), loadTexts("person")]))[0].BellPopover;

/** Shows what is new; the list is loaded when it is first wanted. */
export function Bell() {
  const { part: BellPopover, bring } = useLater(load);
  return BellPopover ? (
    <BellPopover />
  ) : (
    <BellFace aria-haspopup="dialog" aria-expanded={false} onClick={() => void bring()} />
  );
}
