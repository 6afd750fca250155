import { approved, cancelled, opened, type Story, said, submitted } from "./story.ts";
import { advertisement, page, photo } from "./story-proof.ts";

const SITE = "minato-cloud.example";

/** Claims of the partner in Japan, in yen: amounts without decimals. */
export const MINATO: readonly Story[] = [
  {
    at: "tokyo",
    activity: "print-advertising",
    name: "Advertisement in a business weekly, {month}",
    made: 19,
    worked: 8,
    invoices: [
      {
        supplier: "kanda",
        number: "KM-{year}-0331",
        lines: [
          ["Half page, colour", "media-placement", "420000"],
          ["Layout", "agency-fee", "65000"],
        ],
      },
    ],
    proof: [
      page(
        "final-printed-piece",
        "Your factory, online",
        [
          "Minato Cloud Works brings production data to Vendor Cloud.",
          "2-11-3 Shiba, Minato-ku, Tokyo. +81 3 5550 0143.",
        ],
        "The page as printed, with our brand and address.",
      ),
    ],
    metrics: { "estimated-reach": "88000" },
    steps: [submitted(16), opened(15, "rosa"), approved(14, "rosa")],
  },
  {
    at: "tokyo",
    activity: "vendor-exams-and-tuition",
    name: "Course and exam for five engineers",
    made: 4,
    worked: 12,
    invoices: [
      {
        supplier: "namba",
        number: "NT-{year}-119",
        lines: [
          ["Course VC-204, per person", "training-tuition-fee", "98000", "5"],
          ["Exam VX-204", "exam-fee", "21000", "1", "Kenji Mori"],
          ["Exam VX-204", "exam-fee", "21000", "1", "Aya Fujii"],
        ],
      },
    ],
    proof: [
      page(
        "invoice-with-exam-code-and-completion-date",
        "Completion of course VC-204",
        [
          "Five participants completed course VC-204.",
          "- Exam VX-204 passed: Kenji Mori",
          "- Exam VX-204 passed: Aya Fujii",
        ],
        "Statement of the training center with course and exam codes.",
      ),
    ],
    metrics: {
      "attendee-list": {
        name: "attendees",
        show: {
          table: [
            ["Name", "Course", "Exam"],
            ["Kenji Mori", "VC-204", "passed"],
            ["Aya Fujii", "VC-204", "passed"],
            ["Ren Okada", "VC-204", ""],
            ["Mei Ito", "VC-204", ""],
            ["Sora Abe", "VC-204", ""],
          ],
        },
      },
      "cost-per-person": "106400",
    },
    steps: [submitted(2), opened(1, "tomasz")],
  },
  {
    at: "osaka",
    activity: "digital-advertising",
    name: "Search advertising for logistics firms",
    made: 1,
    worked: 10,
    invoices: [
      {
        supplier: "kanda",
        number: "KM-{year}-0352",
        lines: [["Search advertising, three weeks", "media-placement", "264000"]],
      },
    ],
    proof: advertisement("Every parcel in sight", SITE, "logistics"),
    metrics: { "results-summary": "33,100 impressions, 702 clicks." },
    steps: [submitted(0.1)],
  },
  {
    at: "osaka",
    activity: "tradeshows-exhibitions",
    name: "Booth at a fair that was called off",
    made: 80,
    worked: 3,
    claimed: "150000",
    invoices: [
      {
        supplier: "kanda",
        number: "KM-{year}-0270",
        lines: [["Deposit for the booth", "facility-equipment-rental", "150000"]],
      },
    ],
    proof: [photo("participation-photo", "Booth 12", "Minato Cloud Works", "Drawing of the booth.")],
    steps: [said(78, "haruka", "The organiser returned the deposit."), cancelled(78)],
  },
  {
    at: "tokyo",
    activity: "proof-of-concept",
    name: "White paper: sensors and Vendor Cloud",
    made: 290,
    worked: 13,
    invoices: [
      {
        supplier: "kanda",
        number: "KM-{year}-0107",
        lines: [
          ["Research and writing", "research", "380000"],
          ["Print of 300 copies", "printed-material", "450", "300"],
        ],
      },
    ],
    proof: [
      page(
        "white-paper",
        "Sensors and Vendor Cloud",
        ["What twelve factories learned in a year.", "- Fewer stops", "- Earlier warnings"],
        "First page of the white paper.",
      ),
    ],
    steps: [submitted(287), opened(286, "rosa"), approved(285, "rosa")],
  },
];
