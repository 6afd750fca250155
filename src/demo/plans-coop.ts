import {
  agreed,
  askedBack,
  droppedPlan,
  jotted,
  type MarketingPlan,
  read,
  remarked,
  resumed,
  sent,
  turnedDown,
} from "./marketing-plan.ts";
import { COOP_CLAIMED } from "./plans-coop-claimed.ts";

/** Plans of the co-op program, where a plan is the partner's choice and its approval sets the money aside. */
export const COOP_PLANS: readonly MarketingPlan[] = [
  ...COOP_CLAIMED,
  {
    at: "munich",
    season: "running",
    name: "München: Handwerk wird digital",
    reviewer: "tomasz",
    made: 30,
    campaigns: [
      {
        name: "Tag der offenen Werkstatt",
        objective: "Zwanzig Betriebe sehen die Auftragsmappe in der Cloud an einem Beispiel.",
        audience: "Inhaber von Handwerksbetrieben in Oberbayern",
        within: [10, 0],
        activities: [
          ["Seminar in der Werkstatt", "customer-seminars-boot-camps", "3200.00", 60],
          ["Anzeige im Kammerblatt", "print-advertising", "1400.00", 12_000, "Lichtblick Medien GmbH"],
        ],
      },
    ],
    steps: [
      sent(28),
      read(26),
      jotted(
        25,
        "tomasz",
        "The print run of the chamber's paper is below what they write. Cut the advertisement by half.",
      ),
      agreed(
        24,
        "3900.00",
        "The seminar as planned; of the advertisement only the half page, which reaches the same readers.",
      ),
    ],
  },
  {
    at: "bristol",
    season: "running",
    name: "Bristol: harbour firms",
    reviewer: "rosa",
    made: 15,
    campaigns: [
      {
        name: "Breakfast on the quay",
        objective: "Thirty firms of the harbour hear how others keep their papers.",
        audience: "Freight and boat yards around Bristol",
        within: [12, 0],
        activities: [["Two breakfast seminars", "customer-seminars-boot-camps", "2600.00", 70, "Quayside Venues Ltd"]],
      },
    ],
    steps: [
      sent(12),
      read(3),
      jotted(2, "rosa", "Waiting for what we know of last year's breakfasts before I decide."),
    ],
  },
  {
    at: "tokyo",
    season: "running",
    name: "Tokyo: factories of the bay",
    reviewer: "tomasz",
    made: 9,
    campaigns: [
      {
        name: "Open factory week",
        objective: "Fifteen factories agree to a trial.",
        audience: "Production managers in the bay area",
        within: [8, 0],
        activities: [
          ["Advertisement in a trade paper", "print-advertising", "520000", 60_000, "Kanda Media K.K."],
          ["Mailing to production managers", "direct-mail-email-sms", "180000", 2_400],
        ],
      },
    ],
    steps: [sent(4)],
  },
  {
    at: "osaka",
    season: "running",
    name: "Osaka: training for resellers",
    reviewer: "rosa",
    made: 22,
    campaigns: [
      {
        name: "Own people first",
        objective: "Eight engineers pass the exam.",
        audience: "Engineers of the Osaka office",
        within: [6, 0],
        activities: [["Training days", "internal-training-floor-days", "600000", 8, "Namba Training Center K.K."]],
      },
    ],
    steps: [
      sent(20),
      askedBack(
        8,
        "plan-budget-unclear",
        "600,000 for eight people is far above the price list. What does it hold besides the course?",
      ),
    ],
  },
  {
    at: "osaka",
    season: "beside",
    name: "Osaka: premiums for the sales team",
    reviewer: "tomasz",
    made: 26,
    campaigns: [
      {
        name: "A good half-year for all",
        objective: "The team sells more.",
        audience: "Our own sales people",
        within: [6, 0],
        activities: [["Premiums for our sales team", "internal-incentives-spiffs", "90000", 6]],
      },
    ],
    steps: [
      sent(25),
      read(23),
      turnedDown(
        22,
        "plan-activity-not-allowed",
        "A premium that the team gets whatever it sells is pay, and this fund does not pay wages. Name what it is for, and plan it again.",
      ),
    ],
  },
  {
    at: "hamburg",
    season: "running",
    name: "Hamburg: Messe im Herbst",
    reviewer: "rosa",
    made: 18,
    campaigns: [
      {
        name: "Messestand",
        objective: "Fünfzig Gespräche am Stand.",
        audience: "Reedereien und Spediteure",
        within: [14, 0],
        activities: [["Stand und Aufbau", "tradeshows-exhibitions", "4200.00", 300, "Messebau Krüger GmbH & Co. KG"]],
      },
    ],
    steps: [remarked(16, "jonas", "Die Messe ist abgesagt; wir planen neu."), droppedPlan(14)],
  },
  {
    at: "hamburg",
    season: "begun",
    name: "Hamburg: Kanzleien und E-Rechnung",
    reviewer: "rosa",
    made: 2,
    campaigns: [
      {
        name: "Die Rechnung, die ankommt",
        objective: "Vierzig Kanzleien melden sich zur Vorführung an.",
        audience: "Steuerkanzleien in Hamburg",
        within: [0, 0],
        activities: [["Rundschreiben an Kanzleien", "direct-mail-email-sms", "1500.00", 900]],
      },
    ],
  },
  {
    at: "bristol",
    season: "beside",
    name: "Bristol: website and search",
    reviewer: "tomasz",
    made: 38,
    campaigns: [
      {
        name: "Found by those who search",
        objective: "Visits from search engines grow by half.",
        audience: "Small firms in the south west",
        within: [20, 20],
        activities: [["Search engine work", "partner-website-and-search", "2400.00"]],
      },
    ],
    steps: [
      sent(36),
      read(34),
      turnedDown(33, "expense-ineligible", "The offer of your agency is for the shop of another vendor's product."),
      resumed(20),
      remarked(19, "gwen", "We are asking another agency for an offer that is about Vendor Cloud alone."),
    ],
  },
  {
    at: "london",
    season: "beside",
    name: "London: what comes after the year end",
    reviewer: "rosa",
    made: 24,
    campaigns: [
      {
        name: "Spring cleaning for the books",
        objective: "Turn half of the first talks into trials.",
        audience: "Firms that talked to us about the year end",
        within: [15, 30],
        activities: [
          [
            "Seminar with two customers who moved",
            "customer-seminars-boot-camps",
            "1600.00",
            45,
            "Quayside Venues Ltd",
          ],
          ["Letter to all who asked", "direct-mail-email-sms", "700.00", 350],
        ],
      },
    ],
    steps: [sent(23), read(21), agreed(20, "2300.00")],
  },
  {
    at: "denver",
    season: "over",
    name: "Denver: ranches online",
    reviewer: "tomasz",
    made: 20,
    campaigns: [
      {
        name: "From the range to the cloud",
        objective: "Ask twenty ranches what they need.",
        audience: "Ranches in Colorado",
        within: [40, 10],
        activities: [["Telephone campaign", "telemarketing", "1800.00", 400, "Callwise Contact Center LLC"]],
      },
    ],
    steps: [remarked(18, "ian", "Not sure we have the people for this one. Olivia, shall we?")],
  },
];
