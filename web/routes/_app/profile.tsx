import { createFileRoute } from "@tanstack/react-router";
import { loadTexts } from "../../i18n/i18n.ts";
import { ProfilePage } from "../../identity/profile/ProfilePage.tsx";

export const Route = createFileRoute("/_app/profile")({
  loader: () => loadTexts("person"),
  component: ProfilePage,
});
