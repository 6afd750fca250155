import { i18n, type Messages } from "@lingui/core";

/** Languages the interface is written in. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = "fundproof.language";

const isLanguage = (text: string): text is Language => text in LANGUAGES;

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

/**
 * The locale in which dates and numbers are written: the person's own one when it is of the interface's language
 * (`en-US`, `de-AT`), so that sentence and date never mix two languages.
 */
export function formatLocale(language: string = i18n.locale || "en"): string {
  const own = navigator.languages.find((tag) => tag.toLowerCase().startsWith(language));
  return own && own.length > 2 ? own : language === "en" ? "en-GB" : language;
}

/** Whether the sentences of the guide were asked for: then they come with every language that is switched to. */
let guideAsked = false;

/** Loads the sentences of the guide, which are not among the texts of the first page. */
export async function loadGuideTexts(): Promise<void> {
  if (guideAsked) return;
  guideAsked = true;
  const language = isLanguage(i18n.locale) ? i18n.locale : "en";
  i18n.load(language, await guideMessagesIn(language));
}

async function guideMessagesIn(language: Language): Promise<Messages> {
  return (language === "de" ? await import("./guide/de.po") : await import("./guide/en.po")).messages;
}

/** Loads a language's catalogue and switches to it. */
export async function activate(language: Language): Promise<void> {
  const [messages, guide] = await Promise.all([
    messagesIn(language),
    guideAsked ? guideMessagesIn(language) : undefined,
  ]);
  i18n.loadAndActivate({ locale: language, messages: { ...messages, ...guide } });
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
