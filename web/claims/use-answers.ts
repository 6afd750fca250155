import { useLingui } from "@lingui/react/macro";
import type { Claim } from "../api/types.ts";
import { amountInWords, dayInWords, numberInWords } from "../i18n/format.ts";
import { codeInWords } from "../programs/programs-api.ts";

type Field = Claim["asks"]["fields"][number];

/** What was said of what only this program asks, to read: name and value. */
export function useAnswers(claim: Claim): [name: string, value: string | null][] {
  const { t } = useLingui();
  const { asks, fields, sponsors, sharePercent, event } = claim;
  const said = (field: Field, text: string): string => {
    switch (field.kind) {
      case "yes-no":
        return text === "yes" ? t`Yes` : t`No`;
      case "choice":
        return field.choices?.find(({ code }) => code === text)?.name ?? text;
      case "date":
        return dayInWords(text);
      case "amount":
        return amountInWords(text, claim.currency);
      case "number":
        return numberInWords(text);
      case "text":
        return text;
      default:
        return field.kind satisfies never;
    }
  };
  const known = new Set(asks.fields.map(({ code }) => code));
  return [
    [t`Event`, event],
    [t`Number of sponsoring vendors`, sponsors === null ? null : String(sponsors)],
    [t`Share agreed with the vendor`, sharePercent === null ? null : t`${numberInWords(sharePercent)} %`],
    [t`The vendor pays`, asks.share?.text ?? null],
    ...asks.fields.map((field): [string, string | null] => {
      const text = fields[field.code];
      return [field.name, text ? said(field, text) : null];
    }),
    // Said for another activity type, and kept.
    ...Object.entries(fields)
      .filter(([code]) => !known.has(code))
      .map(([code, text]): [string, string] => [codeInWords(code), text]),
  ];
}
