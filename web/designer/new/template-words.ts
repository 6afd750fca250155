import { useLingui } from "@lingui/react/macro";

/** What each template is for, in a sentence; the server knows its rules, not how one would choose among them. */
export function useTemplateWords(): (code: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    coop: t`Partners earn a part of their purchases as a marketing fund, and claim from it with invoices and proof. Plans are possible.`,
    plans: t`Partners plan their marketing for a year and are paid when the plan is approved; the proof comes afterwards.`,
    mdf: t`The vendor gives money at its discretion: partners ask before the work, and are paid half of its cost afterwards.`,
    events: t`Several vendors share what a partner's event costs, each an equal part and at most half of it.`,
    wallet: t`Partners earn money into a wallet each quarter, and use it within twelve months, the oldest first.`,
  };
  return (code) => words[code] ?? "";
}
