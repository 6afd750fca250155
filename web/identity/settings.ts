import { api, dataOf, ifMatch } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import type { Me } from "../api/types.ts";
import { dayAndClockIn } from "../i18n/format.ts";
import { activate, isLanguage, type Language, writeAs } from "../i18n/i18n.ts";
import { meQuery } from "./me.ts";

/** How the program speaks to a person, as the server keeps it. */
export type Settings = Me["settings"];

/** Languages with the way in which a region writes dates and numbers. The server takes these. */
export const LOCALES = ["en-GB", "en-US", "en-IE", "en-AU", "en-CA", "de-DE", "de-AT", "de-CH"] as const;
export type Locale = (typeof LOCALES)[number];

let heeded: Settings | undefined;

/** Speaks to the person as the settings say: language, dates and numbers, time zone. */
export async function heed(settings: Settings): Promise<void> {
  if (settings === heeded) return;
  const first = heeded === undefined;
  heeded = settings;
  writeAs(settings.locale);
  dayAndClockIn(settings.timeZone);
  const language = settings.locale?.slice(0, 2);
  // Also without another language, so that what is on the page is written anew.
  if (language && isLanguage(language)) await activate(language);
  else if (!first) await activate();
}

/** The locale of a language: the one chosen before, one that the browser names, else the first we have. */
export function localeOf(language: Language, before: string | null): Locale {
  const wanted = [before ?? "", ...navigator.languages];
  const fits = LOCALES.filter((locale) => locale.startsWith(language));
  return fits.find((locale) => wanted.includes(locale)) ?? (language === "de" ? "de-DE" : "en-GB");
}

/** What of the own profile can be changed. */
export type MeChange = { name?: string } & Partial<Omit<Settings, "locale">> & { locale?: Locale | null };

/** Changes the own profile; without a version whatever it is by now. */
export async function saveMe(change: MeChange, version?: number): Promise<Me> {
  const header = version === undefined ? { "If-Match": "*" } : ifMatch(version);
  const me = await dataOf(api.PATCH("/api/v1/me", { params: { header }, body: change }));
  queryClient.setQueryData(meQuery.queryKey, me);
  await heed(me.settings);
  return me;
}
