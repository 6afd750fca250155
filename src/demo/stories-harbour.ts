import { approved, asked, opened, type Story, submitted } from "./story.ts";
import { advertisement, clicks, page, photo, screenshot } from "./story-proof.ts";

const SITE = "old-harbour.example";

/** Claims of the partner with the long name, in pounds; and a location whose bank data are missing. */
export const HARBOUR: readonly Story[] = [
  {
    at: "bristol",
    activity: "on-site-champion",
    name: "Champion at a housing association, {month}",
    made: 32,
    worked: 9,
    certifications: [
      {
        who: "Cloud consultant",
        work: "Fifteen days at the customer, helping its people to use Vendor Cloud.",
        type: "services-fee",
        unit: "days",
        quantity: "15",
        unitCost: "310.00",
        certifier: ["Gwen Pritchard", "Managing director"],
      },
    ],
    proof: [
      page(
        "champion-form",
        "Placement of a champion",
        [
          "Customer: a housing association in Bristol.",
          "Fifteen days on Vendor products only.",
          "- Two open hours a day",
          "- A guide of six pages",
        ],
        "The placement form, signed.",
      ),
      page(
        "deliverable-sample",
        "Six things to try on Monday",
        ["1. Put the meeting notes where everybody finds them.", "2. Stop sending attachments."],
        "Part of the guide named in the form.",
      ),
    ],
    steps: [submitted(29), opened(28, "tomasz"), approved(27, "tomasz")],
  },
  {
    at: "bristol",
    activity: "digital-advertising",
    name: "Search advertising for charities",
    made: 11,
    worked: 8,
    invoices: [
      {
        supplier: "pennant",
        number: "PA-3298",
        lines: [
          ["Search advertising, four weeks", "media-placement", "1380.00"],
          ["Set-up", "agency-fee", "220.00"],
        ],
      },
    ],
    proof: advertisement("Every pound counts", SITE, "charities"),
    metrics: { "results-summary": clicks([["Search", 41_000, 980]]) },
    steps: [submitted(9)],
  },
  {
    at: "bristol",
    activity: "device-seeding",
    name: "Two demo units for the showroom",
    made: 3,
    worked: 5,
    invoices: [
      { supplier: "quayside", number: "QV-{year}-071", lines: [["Demo unit with pen", "demo-unit", "1190.00", "2"]] },
    ],
    proof: [photo("proof-of-delivery-of-third-party-unit", "Showroom", "Two units", "The units in our showroom.")],
  },
  {
    at: "bristol",
    activity: "internal-training-floor-days",
    name: "Training day for the sales floor",
    made: 62,
    worked: 12,
    invoices: [
      {
        supplier: "quayside",
        number: "QV-{year}-052",
        lines: [
          ["Training room", "facility-equipment-rental", "540.00"],
          ["Lunch without alcohol, per person", "catering-no-alcohol", "16.00", "24"],
        ],
      },
    ],
    proof: [
      page(
        "training-agenda",
        "A day on the new products",
        ["- 9:30 What is new", "- 11:00 Whom it helps", "- 14:00 Practice in pairs"],
        "The agenda of the day.",
      ),
      screenshot(
        "vendor-presentation-content",
        "What is new",
        ["Slide 4 of 31", "Content by Vendor"],
        "https://training.vendor.example/new",
        "A slide of the vendor's presentation.",
      ),
    ],
    metrics: { attendees: "24" },
    steps: [
      submitted(60),
      opened(59, "rosa"),
      asked(
        58,
        "rosa",
        "core-requirement-not-shown",
        "Was the whole day about Vendor's products? The agenda leaves 16:00 to 17:00 open.",
      ),
      submitted(55, [
        page(
          "other",
          "Programme of the afternoon",
          ["- 16:00 Questions about Vendor Cloud", "- 17:00 End"],
          "The missing hour.",
        ),
      ]),
      opened(55, "rosa"),
      approved(54, "rosa", "Thank you, that answers it."),
    ],
  },
  {
    at: "lyon",
    activity: "digital-advertising",
    name: "Publicité en ligne, {month}",
    made: 4,
    worked: 8,
    claimed: "560.00",
    invoices: [
      { supplier: "pennant", number: "PA-3301", lines: [["Placement, two weeks", "media-placement", "560.00"]] },
    ],
    proof: advertisement("Le nuage en clair", SITE, "lyon"),
    metrics: { "results-summary": "12,400 impressions, 260 clicks." },
  },
];
