import { useLater } from "../use-later.ts";
import { PersonFace } from "./PersonFace.tsx";

const load = async () => (await import("./PersonMenu.tsx")).PersonMenu;

/** Opens the menu of the person, which is loaded when it is first wanted. */
export function PersonButton() {
  const { part: PersonMenu, bring } = useLater(load);
  return PersonMenu ? (
    <PersonMenu />
  ) : (
    <PersonFace aria-haspopup="menu" aria-expanded={false} onClick={() => void bring()} />
  );
}
