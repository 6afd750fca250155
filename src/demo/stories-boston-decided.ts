import { approved, opened, rejected, type Story, said, submitted } from "./story.ts";
import { advertisement, invitation, page, photo, post, screenshot } from "./story-proof.ts";

const SITE = "alder-finch.example";

/** Claims of the first partner's first location that are decided. */
export const BOSTON_DECIDED: readonly Story[] = [
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
    steps: [submitted(28), opened(28, "rosa"), approved(27, "rosa", "Complete and clear, thank you.")],
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
    steps: [
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
    steps: [
      submitted(62),
      opened(61, "rosa"),
      approved(60, "rosa", "The training of agents was half about your own products: half of that line is approved.", [
        [1, "325.00", "core-requirement-not-shown"],
      ]),
    ],
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
    steps: [submitted(157), opened(156, "tomasz"), approved(155, "tomasz")],
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
    steps: [submitted(247), opened(246, "rosa"), approved(245, "rosa")],
  },
];
