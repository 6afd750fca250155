import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./global.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem, Offline } from "./api/problem.ts";
import { queryClient } from "./api/query-client.ts";
import { activate, preferredLanguage } from "./i18n/i18n.ts";
import { router } from "./router.tsx";
import { startEarly } from "./start-early.ts";
import { theme } from "./theme.ts";

const place = document.getElementById("root");
if (!place) throw new Error("the page has no place for the application");

/** A refusal that a page shows in words is no fault of the program; anything else belongs in the console. */
const onCaughtError = (error: unknown): void => {
  if (!(error instanceof ApiProblem || error instanceof Offline)) console.error(error);
};

const texts = activate(preferredLanguage());
startEarly(location.pathname);
await texts;
createRoot(place, { onCaughtError }).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="top-center" autoClose={6000} />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  </StrictMode>,
);
