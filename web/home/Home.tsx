import { useMe } from "../identity/me.ts";
import { HomePage } from "./HomePage.tsx";
import { VendorHome } from "./VendorHome.tsx";

/** The first page, for the side that one is on. */
export function Home() {
  return useMe().side === "vendor" ? <VendorHome /> : <HomePage />;
}
