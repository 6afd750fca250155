import { approved, asked, opened, type Story, submitted } from "./story.ts";
import { advertisement, clicks, page, screenshot } from "./story-proof.ts";

const SITE = "alder-finch.example";

/** The longest name a claim may have: 200 characters. */
const LONG_NAME =
  "Display and search advertising for the joint offer on secure collaboration, device management and managed backup for " +
  "dental practices, law firms and architects between Denver, Boulder and Fort Collins";

/** Claims of the first partner's location in Denver. */
export const DENVER: readonly Story[] = [
  {
    at: "denver",
    activity: "digital-advertising",
    name: LONG_NAME,
    made: 13,
    worked: 9,
    invoices: [
      {
        supplier: "webcraft",
        number: "WS-{year}-118",
        lines: [
          ["Search advertising, 3 groups of keywords", "media-placement", "1875.00"],
          ["Display advertising, 2 banners", "media-placement", "1240.00"],
          ["Weekly tuning", "agency-fee", "95.00", "4"],
        ],
      },
    ],
    proof: advertisement("Secure offices", SITE, "denver/secure-offices"),
    metrics: { "results-summary": "94,300 impressions, 1,120 clicks, 63 calls." },
    steps: [submitted(10)],
  },
  {
    at: "denver",
    activity: "vendor-syndicated-content",
    name: "Syndicated product pages for the whole region",
    made: 48,
    worked: 11,
    invoices: [
      {
        supplier: "webcraft",
        number: "WS-{year}-077",
        lines: [
          ["Set-up of the syndicated pages", "programming-development", "6200.00"],
          ["Placement on four regional portals", "media-placement", "14800.00"],
        ],
      },
    ],
    proof: [
      screenshot(
        "screenshot-showing-url",
        "Vendor Cloud",
        ["Content by Vendor", "Shown by Alder & Finch, Denver"],
        "https://www.alder-finch.example/denver/vendor-cloud",
        "The syndicated page with its address.",
      ),
    ],
    metrics: {
      "results-summary": clicks([
        ["Portal north", 310_000, 2_900],
        ["Portal south", 275_000, 2_140],
      ]),
    },
    steps: [
      submitted(46),
      opened(45, "rosa"),
      approved(44, "rosa", "Approved up to the limit for syndicated content in a usage period."),
    ],
  },
  {
    at: "denver",
    activity: "vendor-hosted-conference",
    name: "Four people at the vendor's partner conference",
    made: 74,
    worked: 8,
    claimed: "9120.00",
    invoices: [
      {
        supplier: "globe",
        number: "GB-{year}-5521",
        lines: [
          ["Registration", "registration-fee", "890.00", "1", "Marta Lindqvist"],
          ["Flight Denver to Seattle and back", "travel-transport", "610.00", "1", "Marta Lindqvist"],
          ["Hotel, three nights, room only", "travel-hotel", "780.00", "1", "Marta Lindqvist"],
          ["Registration", "registration-fee", "890.00", "1", "Deshawn Cole"],
          ["Flight Denver to Seattle and back", "travel-transport", "610.00", "1", "Deshawn Cole"],
          ["Hotel, three nights, room only", "travel-hotel", "780.00", "1", "Deshawn Cole"],
          ["Registration", "registration-fee", "890.00", "1", "Aiko Tan"],
          ["Flight Denver to Seattle and back", "travel-transport", "610.00", "1", "Aiko Tan"],
          ["Hotel, three nights, room only", "travel-hotel", "780.00", "1", "Aiko Tan"],
          ["Registration", "registration-fee", "890.00", "1", "Piet Vos"],
          ["Flight Denver to Seattle and back", "travel-transport", "610.00", "1", "Piet Vos"],
          ["Hotel, three nights, room only", "travel-hotel", "780.00", "1", "Piet Vos"],
        ],
      },
    ],
    proof: [
      page(
        "registration-confirmation",
        "Your registration",
        [
          "Four persons of Alder & Finch are registered for the partner conference.",
          "Host of the conference: Vendor Inc.",
        ],
        "Confirmation that names the host.",
      ),
      page(
        "travel-itinerary",
        "Itinerary",
        ["- Out: Denver to Seattle, the day before", "- Back: Seattle to Denver, the evening of the last day"],
        "Travel dates of all four.",
      ),
    ],
    steps: [
      submitted(72),
      opened(71, "tomasz"),
      approved(70, "tomasz", "Three attendees of one firm are reimbursed; the fourth cannot be."),
    ],
  },
  {
    at: "denver",
    activity: "customer-offers",
    name: "Voucher for the first month",
    made: 0,
    windowsBack: 2,
    worked: 40,
    claimed: "480.00",
    invoices: [
      {
        supplier: "webcraft",
        number: "WS-{year}-041",
        lines: [["Design of the voucher", "agency-fee", "480.00"]],
      },
    ],
  },
  {
    at: "denver",
    activity: "best-practice-development",
    name: "Handbook for moving mailboxes",
    made: 72,
    worked: 14,
    invoices: [
      {
        supplier: "webcraft",
        number: "WS-{year}-069",
        lines: [["Editing and layout of the handbook", "agency-fee", "1350.00"]],
      },
    ],
    proof: [
      page(
        "deliverable-sample",
        "Moving mailboxes: a handbook",
        ["Chapter 1: what to ask before the first mailbox moves.", "Chapter 2: a week in ten steps."],
        "The first two pages.",
      ),
    ],
    steps: [
      submitted(70),
      opened(69, "rosa"),
      asked(
        68,
        "rosa",
        "evidence-unreadable",
        "Only two pages were added and the second is cut off. Please add the whole handbook.",
      ),
    ],
  },
];
