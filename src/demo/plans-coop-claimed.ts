import { agreed, type MarketingPlan, read, remarked, sent } from "./marketing-plan.ts";
import { approved, asked, cancelled, opened, rejected, said, submitted } from "./story.ts";
import { advertisement, post } from "./story-proof.ts";

/** Plans with claims under them, of the co-op program, where a plan is the partner's choice and its approval sets the money aside. */
export const COOP_CLAIMED: readonly MarketingPlan[] = [
  {
    at: "london",
    season: "running",
    name: "London: accountants move to the cloud",
    reviewer: "rosa",
    made: 44,
    campaigns: [
      {
        name: "Year end without tears",
        objective: "Sixty first talks with accountancy firms that still keep their books on a server of their own.",
        audience: "Partners and office managers of firms with 10 to 80 people in Greater London",
        within: [5, 0],
        activities: [
          ["Banners in the accountants' weekly", "digital-advertising", "4000.00", 90_000, "Pennant Advertising Ltd"],
          ["Promoted posts for office managers", "social-media-marketing", "1800.00", 40_000],
        ],
      },
    ],
    steps: [
      sent(43),
      remarked(42, "rosa", "Good to see a number for the talks. How will you count them?"),
      remarked(42, "ian", "Every enquiry form asks how the firm found us; we report the count with each claim."),
      read(41),
      agreed(40, "5800.00", "Agreed as planned. Please keep the enquiry forms, they are the best proof of this."),
    ],
    claims: [
      {
        of: 0,
        name: "Banners in the accountants' weekly, first flight",
        made: 27,
        worked: 4,
        invoices: [
          { supplier: "pennant", number: "PA-3402", lines: [["Banner, two weeks", "media-placement", "1200.00"]] },
        ],
        proof: advertisement("Year end without tears", "alder-finch.example", "uk/accountants"),
        metrics: { "results-summary": "41,800 views, 702 clicks, 14 enquiries." },
        steps: [submitted(26), opened(25, "rosa"), approved(24, "rosa", "As agreed in the plan.")],
      },
      {
        of: 0,
        name: "Banners in the accountants' weekly, second flight",
        made: 20,
        worked: 3,
        invoices: [
          {
            supplier: "pennant",
            number: "PA-3418",
            lines: [
              ["Banner, ten days", "media-placement", "650.00"],
              ["Redraw of the banner for another product", "agency-fee", "250.00"],
            ],
          },
        ],
        proof: advertisement("Year end without tears", "alder-finch.example", "uk/year-end"),
        metrics: { "results-summary": "22,300 views, 340 clicks, 6 enquiries." },
        steps: [
          submitted(19),
          opened(18, "rosa"),
          approved(17, "rosa", "The redraw shows a product of another vendor; the flight itself is fine.", [
            [1, "0.00", "core-requirement-not-shown"],
          ]),
        ],
      },
      {
        of: 0,
        name: "Banners on the tax pages",
        made: 5,
        worked: 3,
        invoices: [
          { supplier: "pennant", number: "PA-3440", lines: [["Banner, one week", "media-placement", "640.00"]] },
        ],
        proof: advertisement("Your books, everywhere", "alder-finch.example", "uk/books"),
        metrics: { "results-summary": "18,900 views, 255 clicks, 5 enquiries." },
        steps: [submitted(2)],
      },
      {
        of: 1,
        name: "Promoted posts, first week",
        made: 12,
        worked: 2,
        invoices: [
          { supplier: "pennant", number: "PA-3431", lines: [["Promotion of four posts", "media-placement", "480.00"]] },
        ],
        proof: [
          post("Close the month on the sofa", ["Alder & Finch with Vendor Cloud"], "The first of the four posts."),
        ],
        metrics: { "results-summary": "9,700 people reached, 212 clicks." },
        steps: [submitted(7), opened(5, "tomasz")],
      },
      {
        of: 1,
        name: "Promoted posts, second week",
        made: 9,
        worked: 2,
        invoices: [
          {
            supplier: "pennant",
            number: "PA-3437",
            lines: [["Promotion of three posts", "media-placement", "390.00"]],
          },
        ],
        proof: [post("Ask us on Friday", ["Questions about moving? We answer."], "A post of the second week.")],
        metrics: { "results-summary": "About 8,000 people." },
        steps: [
          submitted(6),
          asked(4, "rosa", "core-requirement-not-shown", "The post names no product of ours. Is there one that does?"),
        ],
      },
      {
        of: 0,
        name: "Banner at the station",
        made: 16,
        worked: 3,
        invoices: [
          { supplier: "pennant", number: "PA-3425", lines: [["Poster, one week", "media-placement", "300.00"]] },
        ],
        proof: advertisement("Mind the ledger", "alder-finch.example", "uk/station"),
        metrics: { "results-summary": "Not counted: it was a printed poster." },
        steps: [
          submitted(15),
          opened(14, "tomasz"),
          rejected(13, "tomasz", "evidence-wrong-activity", "A printed poster is no digital advertising."),
          said(12, "ian", "Understood. We plan print as an activity of its own next time."),
        ],
      },
      {
        of: 0,
        name: "Banners in the accountants' weekly, third flight",
        made: 2,
        worked: null,
        claimed: "350.00",
      },
      {
        of: 1,
        name: "Promoted posts, a week that did not take place",
        made: 10,
        worked: 1,
        claimed: "200.00",
        steps: [cancelled(8)],
      },
    ],
  },
  {
    at: "boston",
    season: "over",
    name: "Boston: clinics and practices",
    reviewer: "rosa",
    made: 44,
    campaigns: [
      {
        name: "Records that travel with the patient",
        objective: "Ten practices move their records.",
        audience: "Practices with 5 to 40 people in Massachusetts",
        within: [30, 0],
        activities: [
          ["Banners on the doctors' portal", "digital-advertising", "3600.00", 25_000, "Brightwater Media Inc."],
        ],
      },
    ],
    steps: [sent(43), read(42), agreed(41, "3600.00", "A clear plan.")],
    claims: [
      {
        of: 0,
        name: "Banners on the doctors' portal",
        made: 14,
        worked: 4,
        invoices: [
          {
            supplier: "brightwater",
            number: "BW-{year}-0877",
            lines: [["Banner on the portal, four weeks", "media-placement", "2950.00"]],
          },
        ],
        proof: advertisement("Records that travel", "alder-finch.example", "practices"),
        metrics: { "results-summary": "24,100 views, 388 clicks, 11 practices asked for a visit." },
        steps: [submitted(12), opened(11, "rosa"), approved(10, "rosa", "Fits the plan.")],
      },
      {
        of: 0,
        name: "Banners on the doctors' portal, a fifth week",
        made: 3,
        worked: 8,
        windowsBack: 0,
        claimed: "600.00",
      },
    ],
  },
];
