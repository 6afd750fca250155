import { approved, noted, opened, type Story, submitted } from "./story.ts";
import { advertisement, link, page, screenshot } from "./story-proof.ts";

const SITE = "alder-finch.example";

/** Claims of the first partner's location in London, in pounds. */
export const LONDON: readonly Story[] = [
  {
    at: "london",
    activity: "partner-website-and-search",
    name: "Product pages and search engine work",
    made: 3,
    worked: 15,
    invoices: [
      {
        supplier: "pennant",
        number: "PA-{year}-3307",
        lines: [
          ["Search engine optimisation, one month", "seo-fee", "780.00"],
          ["Three product pages", "programming-development", "320.00", "3"],
        ],
      },
    ],
    proof: [
      link("site-pages", "https://www.alder-finch.example/uk/cloud", "The new product pages."),
      page(
        "seo-statement-of-work",
        "Statement of work: search engine optimisation",
        [
          "Pennant Advertising improves twelve pages of the site so that they are found for agreed terms.",
          "- Review of all titles and texts",
          "- Twelve pages rewritten",
          "- Monthly report",
        ],
        "What was agreed with the agency.",
      ),
    ],
    metrics: { "results-summary": "Visits from search engines rose from 2,130 to 3,020 a month." },
    steps: [submitted(1)],
  },
  {
    at: "london",
    activity: "digital-advertising",
    name: "Search advertising for accountants, {month}",
    made: 29,
    worked: 10,
    invoices: [
      {
        supplier: "pennant",
        number: "PA-3251",
        lines: [
          ["Search advertising, four weeks", "media-placement", "1640.00"],
          ["Management, four weeks", "agency-fee", "260.00"],
        ],
      },
    ],
    proof: advertisement("Year end without tears", SITE, "uk/accountants"),
    metrics: { "results-summary": "29,400 impressions, 611 clicks, 38 enquiries." },
    steps: [submitted(27), opened(26, "tomasz"), approved(25, "tomasz")],
  },
  {
    at: "london",
    activity: "partner-website-and-search",
    name: "Landing pages for cloud migration, London",
    made: 6,
    worked: 20,
    invoices: [
      {
        supplier: "pennant",
        number: "PA-3251",
        lines: [["Four landing pages", "agency-fee", "295.00", "4"]],
      },
    ],
    proof: [
      screenshot(
        "screenshot-showing-url",
        "Move in a week",
        ["Fixed price, fixed date", "Alder & Finch, London"],
        "https://www.alder-finch.example/uk/move",
        "One of the four pages with its address.",
      ),
    ],
    metrics: { "results-summary": "740 visits, 31 enquiries." },
    steps: [
      submitted(5),
      opened(4, "rosa"),
      noted(
        3,
        "rosa",
        "The invoice number stands in another claim of London as well. Wait for the supplier's answer before deciding.",
      ),
    ],
  },
];
