import { formatLocale } from "../../i18n/i18n.ts";

/** This moment and an amount, written for a locale and a time zone; null is what the browser says. */
export function sampleOf(locale: string | null, zone: string | null): string {
  const tag = locale ?? formatLocale();
  const when = new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeStyle: "short",
    ...(zone === null ? {} : { timeZone: zone }),
  });
  const amount = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 });
  return `${when.format(new Date())} · ${amount.format("1234.5" as Intl.StringNumericLiteral)}`;
}

/** All time zones this browser knows, and the chosen one. */
export function zoneOptions(chosen: string | null): { value: string; label: string }[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), ...(chosen === null ? [] : [chosen])]);
  return [...zones].map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
