import { asked, noted, opened, type Story, type StoryLine, said, submitted } from "./story.ts";
import { advertisement, clicks, invitation, page, photo, post } from "./story-proof.ts";

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

/** Claims of the first partner's first location that wait for a decision or an answer. */
export const BOSTON_REVIEW: readonly Story[] = [
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
    steps: [submitted(0.2)],
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
    steps: [submitted(1)],
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
    steps: [
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
    steps: [
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
    steps: [
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
    steps: [submitted(3), opened(2, "tomasz")],
  },
];
