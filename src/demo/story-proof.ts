import type { Metric, Proof } from "./story.ts";

/** Proof that many stories share, so that a story reads as what is special about it. */

let colours = 0;

/** A screenshot of an advertisement or a page. */
export function screenshot(
  slot: string,
  title: string,
  lines: readonly string[],
  address: string,
  note: string,
): Proof {
  colours += 1;
  return {
    slot,
    note,
    name: `${slot}-screenshot`,
    show: { picture: { kind: "page", title, lines, address, colours } },
  };
}

/** A screenshot of a promoted post. */
export function post(title: string, lines: readonly string[], note: string): Proof {
  colours += 1;
  return { slot: "post-screenshot", note, name: "post", show: { picture: { kind: "post", title, lines, colours } } };
}

/** A photo of an event. */
export function photo(slot: string, title: string, line: string, note: string): Proof {
  colours += 1;
  return { slot, note, name: "photo", show: { picture: { kind: "photo", title, lines: [line], colours } } };
}

/** A document of a page as a PDF. */
export function page(slot: string, title: string, paragraphs: readonly string[], note: string): Proof {
  return { slot, note, show: { letter: { title, paragraphs } } };
}

/** A link in place of a file. */
export function link(slot: string, url: string, note: string): Proof {
  return { slot, note, show: { url } };
}

/** Both proofs of digital advertising. */
export function advertisement(title: string, site: string, path: string): readonly Proof[] {
  return [
    screenshot(
      "ad-screenshot",
      title,
      ["Vendor Cloud with a partner at your side", "Sponsored", "Answers on the same day"],
      "https://news.example/technology",
      "The advertisement as it was shown on the news page, with our name and the vendor's product.",
    ),
    link("landing-page-url", `https://www.${site}/${path}`, "The landing page behind the advertisement."),
  ];
}

/** A click report as a table. */
export function clicks(rows: readonly (readonly [string, number, number])[]): Metric {
  return {
    name: "click-report",
    show: {
      table: [
        ["Channel", "Impressions", "Clicks", "Click-through rate"],
        ...rows.map(([channel, seen, clicked]) => [channel, seen, clicked, `${((clicked / seen) * 100).toFixed(2)} %`]),
      ],
    },
  };
}

/** An invitation with an agenda. */
export function invitation(slot: string, title: string, place: string, sessions: readonly string[]): Proof {
  return page(
    slot,
    title,
    [
      `You are warmly invited. ${place}. Admission is free; places are limited.`,
      "Together with Vendor we show what moving to Vendor Cloud means for a firm of your size.",
      ...sessions.map((session) => `- ${session}`),
      "Please answer with the name of each guest. We look forward to meeting you.",
    ],
    "Invitation with the agenda, as it was sent.",
  );
}
