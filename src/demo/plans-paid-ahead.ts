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
import { PAID_AHEAD_CLAIMED } from "./plans-paid-ahead-claimed.ts";

/** Plans of the program that asks for a plan, pays under it, and is shown the proof afterwards. */
export const PAID_AHEAD_PLANS: readonly MarketingPlan[] = [
  ...PAID_AHEAD_CLAIMED,
  {
    at: "london",
    season: "running",
    name: "London: a plan that was begun twice",
    reviewer: "tomasz",
    made: 32,
    campaigns: [],
    steps: [remarked(31, "ian", "Begun by mistake for the wrong audience; I start again."), droppedPlan(31)],
  },
  {
    at: "london",
    season: "running",
    name: "London: law firms",
    reviewer: "rosa",
    made: 25,
    campaigns: [
      {
        name: "Files that stay in the firm",
        objective: "Twelve law firms try the document service.",
        audience: "Managing partners of law firms",
        within: [10, 0],
        activities: [["Evening at the club", "customer-seminars-boot-camps", "3800.00", 40, "Quayside Venues Ltd"]],
      },
    ],
    steps: [sent(9), read(2), remarked(1, "rosa", "What is planned for those who cannot come in the evening?")],
  },
  {
    at: "hamburg",
    season: "running",
    name: "Hamburg: Hafen digital",
    reviewer: "tomasz",
    made: 8,
    campaigns: [
      {
        name: "Papierlos über die Kaikante",
        objective: "Fünfundzwanzig Spediteure melden sich zur Vorführung.",
        audience: "Speditionen im Hamburger Hafen",
        within: [10, 0],
        activities: [["Rundschreiben und Rückruf", "direct-mail-email-sms", "2100.00", 1_100]],
      },
    ],
    steps: [sent(3)],
  },
  {
    at: "bristol",
    season: "running",
    name: "Bristol: breweries and bakeries",
    reviewer: "rosa",
    made: 20,
    campaigns: [
      {
        name: "Orders before dawn",
        objective: "Twenty bakeries take orders online.",
        audience: "Bakeries and breweries in Somerset",
        within: [10, 0],
        activities: [["Calls to bakeries", "telemarketing", "1900.00", 260]],
      },
    ],
    steps: [
      sent(18),
      read(12),
      askedBack(7, "plan-budget-unclear", "Who makes the calls? The budget fits an agency, but none is named."),
    ],
  },
  {
    at: "bristol",
    season: "long-over",
    name: "Bristol: stand at the harbour fair",
    reviewer: "tomasz",
    made: 28,
    campaigns: [
      {
        name: "Fair",
        objective: "Be seen.",
        audience: "Everybody",
        within: [10, 0],
        activities: [["Stand", "tradeshows-exhibitions", "4800.00", 500]],
      },
    ],
    steps: [
      sent(26),
      read(25),
      turnedDown(
        24,
        "expense-ineligible",
        "The stand shows four vendors. This fund pays for work that is about our products; plan the share that is.",
      ),
    ],
  },
  {
    at: "osaka",
    season: "running",
    name: "Osaka: workshops of the old town",
    reviewer: "rosa",
    made: 34,
    campaigns: [
      {
        name: "An offer in ten minutes",
        objective: "Thirty workshops try the service.",
        audience: "Workshops with up to 20 people in Osaka",
        within: [10, 0],
        activities: [["Morning seminars", "customer-seminars-boot-camps", "280000", 50]],
      },
    ],
    steps: [
      sent(32),
      askedBack(29, "plan-budget-unclear", "One sum for all mornings. How many are there, and what does one cost?"),
      resumed(15),
      remarked(14, "haruka", "Three mornings; we are waiting for the offer of the second venue."),
    ],
  },
  {
    at: "denver",
    season: "begun",
    name: "Denver: hotels in the mountains",
    reviewer: "rosa",
    made: 1,
    campaigns: [
      {
        name: "A full house in the shoulder season",
        objective: "Fifteen hotels book a trial.",
        audience: "Hotels with 20 to 120 rooms",
        within: [0, 0],
        activities: [["Mailing to hotels", "direct-mail-email-sms", "2200.00", 640, "Harborview Print & Mail LLC"]],
      },
    ],
  },
  {
    at: "denver",
    season: "over",
    name: "Denver: ski schools",
    reviewer: "tomasz",
    made: 20,
    campaigns: [
      {
        name: "Lessons booked on the lift",
        objective: "Six ski schools take bookings online.",
        audience: "Ski schools in Colorado",
        within: [40, 10],
        activities: [["Posts for ski schools", "social-media-marketing", "1200.00", 9_000]],
      },
    ],
    steps: [jotted(15, "ian", "Wait for the budget of the season before we send this.")],
  },
  {
    at: "osaka",
    season: "long-over",
    name: "Osaka: first steps with the fund",
    reviewer: "tomasz",
    made: 40,
    campaigns: [
      {
        name: "Getting to know the program",
        objective: "Try one small activity.",
        audience: "Customers in Kita-ku",
        within: [30, 0],
        activities: [["Advertisement in the local paper", "print-advertising", "150000", 9_000, "Kanda Media K.K."]],
      },
    ],
    steps: [
      sent(38),
      read(36),
      agreed(35, "150000"),
      remarked(20, "haruka", "The paper closed before our advertisement ran. Nothing was spent, nothing is claimed."),
    ],
  },
];
