import {
  approved,
  asked,
  cancelled,
  noted,
  opened,
  rejected,
  type Story,
  type StoryLine,
  said,
  submitted,
  withdrawn,
} from "./story.ts";
import { advertisement, clicks, invitation, link, page, photo, post, screenshot } from "./story-proof.ts";

const SITE = "alder-finch.example";

/** Forty lines: a roadshow through ten towns, four costs in each. */
const ROADSHOW: readonly StoryLine[] = [
  "Boston",
  "Worcester",
  "Springfield",
  "Providence",
  "Hartford",
  "New Haven",
  "Portland",
  "Manchester",
  "Burlington",
  "Albany",
].flatMap((town, index): StoryLine[] => [
  [`${town}: hall and projector, half a day`, "facility-equipment-rental", `${180 + index * 5}.00`],
  [`${town}: lunch without alcohol, per guest`, "catering-no-alcohol", "11.50", `${12 + index}`],
  [`${town}: roll-up displays and programs`, "signage-display-print", `${64 + index * 2}.40`],
  [`${town}: notebooks with both logos, per guest`, "giveaways", "3.25", `${12 + index}`],
]);

/** The longest name a claim may have: 200 characters. */
const LONG_NAME =
  "Display and search advertising for the joint offer on secure collaboration, device management and managed backup for " +
  "dental practices, law firms and architects between Denver, Boulder and Fort Collins";

/** Claims of the first partner that wait for somebody. */
export const ALDER_OPEN: readonly Story[] = [
  {
    at: "boston",
    activity: "digital-advertising",
    name: "Search advertising, next wave",
    made: 2,
    worked: null,
  },
  {
    at: "boston",
    activity: "customer-seminars-boot-camps",
    name: "Security breakfast for finance directors",
    made: 5,
    worked: 6,
    invoices: [
      {
        supplier: "northshore",
        number: "NE-{year}-2210",
        lines: [
          ["Meeting room with screen, one morning", "facility-equipment-rental", "620.00"],
          ["Breakfast without alcohol, per guest", "catering-no-alcohol", "18.50", "26"],
          ["External speaker on phishing", "external-speaker-fee", "900.00"],
        ],
      },
    ],
    proof: [
      invitation("event-invitation-and-agenda", "Security breakfast", "88 Wharf Street, Boston, 8 a.m.", [
        "8:00 Coffee and a warm welcome",
        "8:20 What an attack costs: three cases",
        "9:00 Vendor Cloud Security, live",
      ]),
      photo("event-photos", "Security breakfast", "Alder & Finch", "The room during the second talk."),
    ],
    metrics: { "registered-guests": "26" },
  },
  {
    at: "boston",
    by: "uma",
    activity: "digital-advertising",
    name: "Display advertising for managed backup",
    made: 1,
    worked: 12,
    invoices: [
      {
        supplier: "brightwater",
        number: "BM-{year}-0588",
        lines: [
          ["Display placement on two trade sites, four weeks", "media-placement", "2450.00"],
          ["Management of the campaign", "agency-fee", "310.00"],
        ],
      },
    ],
    proof: advertisement("Backup that works", SITE, "managed-backup"),
    metrics: {
      "results-summary": clicks([
        ["Trade site A", 182_400, 1_310],
        ["Trade site B", 96_050, 742],
      ]),
    },
    then: [submitted(0.2)],
  },
  {
    at: "boston",
    activity: "print-advertising",
    name: "Half page in the regional business journal, {month}",
    made: 2,
    worked: 9,
    invoices: [
      {
        supplier: "harborview",
        number: "HV-{year}-771",
        lines: [
          ["Half page, four colours, regional edition", "media-placement", "1680.00"],
          ["Layout and proofs", "agency-fee", "240.00"],
        ],
      },
    ],
    proof: [
      page(
        "final-printed-piece",
        "Your server room can go. Your people stay.",
        [
          "Alder & Finch moves firms of twenty to two hundred people to Vendor Cloud, one department at a time.",
          "Call +1 617 555 0143 or visit www.alder-finch.example. We answer on the same day.",
          "Regional Business Journal, page 14.",
        ],
        "The page as it was printed, with our brand and telephone number.",
      ),
    ],
    metrics: { "estimated-reach": "42000" },
    then: [submitted(1)],
  },
  {
    at: "boston",
    activity: "social-media-marketing",
    name: "Promoted posts on secure remote work",
    made: 12,
    worked: 8,
    invoices: [
      {
        supplier: "brightwater",
        number: "BM-{year}-0561",
        lines: [
          ["Promotion of six posts", "media-placement", "1120.00"],
          ["Pictures and texts for six posts", "agency-fee", "480.00"],
        ],
      },
    ],
    proof: [
      post(
        "Work anywhere, safely",
        ["Alder & Finch", "Book a free check of your", "remote access this month"],
        "The first of the six posts, as it was shown.",
      ),
    ],
    metrics: { "results-summary": "61,200 people reached, 1,840 reactions, 212 clicks, 17 appointments." },
    then: [
      submitted(11),
      opened(10, "rosa"),
      noted(9, "rosa", "Only one of six posts is shown. The other five are on the public page; looked at them, fine."),
    ],
  },
  {
    at: "boston",
    activity: "direct-mail-email-sms",
    name: "Mailing to 1,800 dental practices",
    made: 9,
    worked: 14,
    invoices: [
      {
        supplier: "harborview",
        number: "HV-{year}-748",
        lines: [
          ["Addresses of 1,800 dental practices", "database-acquisition", "540.00"],
          ["Letter and leaflet, printed and folded", "printed-material", "0.62", "1800"],
          ["Postage", "postage", "0.55", "1800"],
        ],
      },
    ],
    proof: [
      page(
        "final-communication",
        "Patient data in safe hands",
        [
          "Dear Doctor, your patients trust you with their teeth and with their data.",
          "With Vendor Cloud and a partner nearby both are in safe hands. Ask us for an hour of your time.",
          "Alder & Finch, 88 Wharf Street, Boston. +1 617 555 0143.",
        ],
        "The letter as it went out.",
      ),
      photo("photo-of-phone-message", "Mail room", "1,800 letters", "Photo of the letters in the mail room."),
    ],
    metrics: { "estimated-reach": "1800" },
    then: [
      submitted(7),
      opened(6, "tomasz"),
      asked(
        5,
        "tomasz",
        "evidence-wrong-activity",
        "The photo shows letters but not that they were sent. Please add the receipt of the post office or one postmarked envelope.",
      ),
    ],
  },
  {
    at: "boston",
    activity: "tradeshows-exhibitions",
    name: "Booth at the New England manufacturing fair",
    made: 24,
    worked: 10,
    invoices: [
      {
        supplier: "northshore",
        number: "NE-{year}-2154",
        lines: [
          ["Booth of nine square metres, three days", "facility-equipment-rental", "3150.00"],
          ["Back wall and counter, printed", "signage-display-print", "870.00"],
          ["Pens and notebooks", "giveaways", "2.10", "200"],
        ],
      },
    ],
    proof: [
      invitation("event-invitation-and-agenda", "Meet us at booth 214", "New England manufacturing fair, hall 2", [
        "Every hour: a factory on Vendor Cloud, live",
        "Every day at 3 p.m.: questions answered",
      ]),
      photo("participation-photo", "Booth 214", "Alder & Finch", "Our booth on the second day."),
    ],
    metrics: { "estimated-visitors": "340" },
    then: [
      submitted(22),
      opened(21, "rosa"),
      asked(20, "rosa", "metric-not-plausible", "340 visitors with 200 pens given away: how was the number counted?"),
      said(3, "ian", "We scanned 340 badges; the list is added below. The pens ran out on the second day."),
      submitted(1, [
        page(
          "other",
          "Scanned badges by day",
          [
            "- Day 1: 121",
            "- Day 2: 138",
            "- Day 3: 81",
            "Together 340 badges. Exported from the scanner of the fair.",
          ],
          "Summary of the badge scanner, without names.",
        ),
      ]),
    ],
  },
  {
    at: "boston",
    activity: "customer-seminars-boot-camps",
    name: "Roadshow through ten towns of New England",
    made: 4,
    worked: 7,
    invoices: [{ supplier: "northshore", number: "NE-{year}-2231", lines: ROADSHOW }],
    proof: [
      invitation("event-invitation-and-agenda", "The cloud comes to your town", "Ten towns in ten days", [
        "11:30 Registration",
        "12:00 Lunch and a first look at Vendor Cloud",
        "13:00 Your questions",
      ]),
      photo("event-photos", "Cloud roadshow", "Hartford", "Fifth stop: Hartford."),
    ],
    metrics: { "registered-guests": "165" },
    then: [submitted(3), opened(2, "tomasz")],
  },
  {
    at: "boston",
    activity: "digital-advertising",
    name: "Retargeting of visitors to the webinar page",
    made: 6,
    worked: 11,
    invoices: [
      {
        supplier: "brightwater",
        number: "BM-{year}-0571",
        lines: [["Retargeting, three weeks", "media-placement", "990.00"]],
      },
    ],
    proof: advertisement("Missed the webinar?", SITE, "webinar"),
    metrics: { "results-summary": "38,900 impressions, 402 clicks, 44 registrations." },
    then: [
      submitted(4),
      withdrawn(3),
      said(3, "ian", "Taken back: the agency will send a corrected invoice that shows the dates of the campaign."),
    ],
  },
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
    then: [submitted(10)],
  },
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
    then: [submitted(1)],
  },
];

/** Claims of the first partner that are decided or ended. */
export const ALDER_DONE: readonly Story[] = [
  {
    at: "boston",
    activity: "partner-website-and-search",
    name: "Landing pages for cloud migration",
    made: 30,
    worked: 12,
    invoices: [
      {
        supplier: "webcraft",
        number: "WS-{year}-092",
        lines: [["Design of five landing pages", "agency-fee", "350.00", "5"]],
      },
    ],
    certifications: [
      {
        who: "Web developer",
        work: "Built five landing pages and their forms in the content system.",
        type: "programming-development",
        unit: "hours",
        quantity: "24",
        unitCost: "55.00",
        certifier: ["Olivia Brandt", "Chief operating officer"],
      },
    ],
    proof: [
      screenshot(
        "screenshot-showing-url",
        "Move in a week",
        ["Fixed price, fixed date", "Alder & Finch, Boston"],
        "https://www.alder-finch.example/move",
        "One of the five pages with its address.",
      ),
    ],
    metrics: { "results-summary": "1,960 visits and 88 enquiries in the first four weeks." },
    then: [submitted(28), opened(28, "rosa"), approved(27, "rosa", "Complete and clear, thank you.")],
  },
  {
    at: "boston",
    activity: "digital-advertising",
    name: "Video advertising on a news portal",
    made: 38,
    worked: 10,
    invoices: [
      {
        supplier: "brightwater",
        number: "BM-{year}-0502",
        lines: [["Video placement, two weeks", "media-placement", "2900.00"]],
      },
    ],
    proof: advertisement("Ten seconds of calm", SITE, "calm"),
    metrics: { "results-summary": "51,000 views, 310 clicks." },
    then: [
      submitted(36),
      opened(35, "tomasz"),
      rejected(
        34,
        "tomasz",
        "core-requirement-not-shown",
        "The video is about your own service desk; Vendor's product is neither named nor shown in it.",
      ),
      said(33, "ian", "Understood. The second cut names it; we will claim that one on its own."),
    ],
  },
  {
    at: "boston",
    activity: "telemarketing",
    name: "Calls to 600 firms about end of support",
    made: 64,
    worked: 9,
    invoices: [
      {
        supplier: "callwise",
        number: "CW-{year}-4410",
        lines: [
          ["Calls with script, per call", "call-centre-fee", "3.90", "600"],
          ["Set-up and training of agents", "agency-fee", "650.00"],
          ["Addresses, per record", "database-acquisition", "0.40", "600"],
        ],
      },
    ],
    proof: [
      page(
        "call-script",
        "Script: end of support",
        [
          "Good morning, this is Alder & Finch, Vendor's partner in Boston. May I ask who looks after your servers?",
          "- If they are older than five years: offer the free check.",
          "- If they are in the cloud already: thank and end the call.",
          "- Always: say that the caller may ask not to be called again.",
        ],
        "The script with our name in its first sentence.",
      ),
    ],
    metrics: { "calls-made": "600", "successful-contacts": "143" },
    then: [
      submitted(62),
      opened(61, "rosa"),
      approved(60, "rosa", "The training of agents was half about your own products: half of that line is approved.", [
        [1, "325.00", "core-requirement-not-shown"],
      ]),
    ],
  },
  {
    at: "boston",
    activity: "print-advertising",
    name: "Brochure for the health fair",
    made: 52,
    worked: 4,
    claimed: "700.00",
    invoices: [
      {
        supplier: "harborview",
        number: "HV-{year}-690",
        lines: [["Brochure, 1,000 copies", "printed-material", "700.00"]],
      },
    ],
    then: [said(51, "ian", "The fair was called off and the printer took the order back."), cancelled(50)],
  },
  {
    at: "boston",
    activity: "customer-seminars-boot-camps",
    name: "Boot camp: a day on Vendor Cloud, {month}",
    made: 160,
    worked: 12,
    invoices: [
      {
        supplier: "northshore",
        number: "NE-{year}-1876",
        lines: [
          ["Training room with twelve computers", "facility-equipment-rental", "1450.00"],
          ["Lunch without alcohol, per guest", "catering-no-alcohol", "22.00", "12"],
        ],
      },
    ],
    proof: [
      invitation("event-invitation-and-agenda", "A day on Vendor Cloud", "Boston, twelve seats", [
        "Morning: build",
        "Afternoon: break and mend",
      ]),
      photo("event-photos", "Boot camp", "Twelve seats", "The afternoon session."),
    ],
    metrics: { "registered-guests": "12" },
    then: [submitted(157), opened(156, "tomasz"), approved(155, "tomasz")],
  },
  {
    at: "boston",
    by: "uma",
    activity: "social-media-marketing",
    name: "Promoted customer story",
    made: 250,
    worked: 14,
    invoices: [
      {
        supplier: "brightwater",
        number: "BM-{year}-0288",
        lines: [["Promotion of a customer story", "media-placement", "860.00"]],
      },
    ],
    proof: [
      post(
        "How a bakery grew",
        ["Alder & Finch", "A story of flour, orders", "and Vendor Cloud"],
        "The promoted story.",
      ),
    ],
    metrics: { "results-summary": "22,700 people reached, 640 reads to the end." },
    then: [submitted(247), opened(246, "rosa"), approved(245, "rosa")],
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
    then: [
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
    then: [
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
    then: [
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
    then: [submitted(27), opened(26, "tomasz"), approved(25, "tomasz")],
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
    then: [
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
