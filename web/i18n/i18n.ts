import { i18n, type Messages } from "@lingui/core";

/** Languages the interface is written in. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = "fundproof.language";

/** Whether the interface is written in it. */
export const isLanguage = (text: string): text is Language => text in LANGUAGES;

/** The language chosen in this browser, else the first of the person's languages that we speak, else English. */
export function preferredLanguage(): Language {
  const chosen = readChoice();
  if (chosen && isLanguage(chosen)) return chosen;
  for (const tag of navigator.languages) {
    const base = tag.slice(0, 2).toLowerCase();
    if (isLanguage(base)) return base;
  }
  return "en";
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

let own: string | null = null;

/** Dates and numbers are written as the person wants them (`de-AT`); null: as the browser says. */
export function writeAs(locale: string | null): void {
  own = locale;
}

/**
 * The locale in which dates and numbers are written: the person's own one when it is of the interface's language
 * (`en-US`, `de-AT`), so that sentence and date never mix two languages.
 */
export function formatLocale(language: string = i18n.locale || preferredLanguage()): string {
  const wanted = own === null ? navigator.languages : [own, ...navigator.languages];
  const fits = wanted.find((tag) => tag.toLowerCase().startsWith(language));
  return fits && fits.length > 2 ? fits : language === "en" ? "en-GB" : language;
}

/** Texts that are not among those of the first page: they come when a page first needs them. */
const AREAS = {
  /** The pages of programs, the sentences of "How this works" and of the help beside fields. */
  guide: { en: () => import("./guide/en.po"), de: () => import("./guide/de.po") },
  /** The editors of claims and plans, and the review of plans. */
  editors: { en: () => import("./editors/en.po"), de: () => import("./editors/de.po") },
  /** The person's own (search, notifications, profile), and what stands below a list or a fund. */
  person: { en: () => import("./person/en.po"), de: () => import("./person/de.po") },
  /** The designer of editions. */
  designer: { en: () => import("./designer/en.po"), de: () => import("./designer/de.po") },
} as const;
export type Area = keyof typeof AREAS;

/** Areas that were asked for: they come with every language that is switched to. */
const asked = new Map<Area, Promise<void>>();

/** Loads the texts of an area, before the page that says them is shown. */
export function loadTexts(area: Area): Promise<void> {
  const coming = asked.get(area) ?? bring(area);
  asked.set(area, coming);
  return coming;
}

async function bring(area: Area): Promise<void> {
  const language = isLanguage(i18n.locale) ? i18n.locale : "en";
  try {
    i18n.load(language, await textsOf(area, language));
  } catch (error) {
    // Without a connection it is tried again by the next page.
    asked.delete(area);
    throw error;
  }
}

async function textsOf(area: Area, language: Language): Promise<Messages> {
  return (await AREAS[area][language]()).messages;
}

/** Loads a language's catalogue and switches to it. */
export async function activate(language: Language = preferredLanguage()): Promise<void> {
  const [messages, ...areas] = await Promise.all([
    messagesIn(language),
    ...[...asked.keys()].map((area) => textsOf(area, language)),
  ]);
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, messages, ...areas) as Messages });
  document.documentElement.lang = formatLocale(language);
}

/** The texts of the web, and in other languages than English those of the server. */
async function messagesIn(language: Language): Promise<Messages> {
  if (language === "en") return (await import("./locales/en.po")).messages;
  const [own, server] = await Promise.all([import("./locales/de.po"), import("./server/de.po")]);
  return { ...own.messages, ...server.messages };
}

/** Remembers the choice and switches. */
export async function choose(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice lasts for this visit.
  }
  await activate(language);
}
