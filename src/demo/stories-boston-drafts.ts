import { cancelled, type Story, said, submitted, withdrawn } from "./story.ts";
import { advertisement, invitation, photo } from "./story-proof.ts";

const SITE = "alder-finch.example";

/** Claims of the first partner's first location that are still with the partner. */
export const BOSTON_DRAFTS: readonly Story[] = [
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
    steps: [
      submitted(4),
      withdrawn(3),
      said(3, "ian", "Taken back: the agency will send a corrected invoice that shows the dates of the campaign."),
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
    steps: [said(51, "ian", "The fair was called off and the printer took the order back."), cancelled(50)],
  },
];
