import { agreed, jotted, type MarketingPlan, paid, read, remarked, sent } from "./marketing-plan.ts";
import { approved, asked, cancelled, opened, rejected, submitted } from "./story.ts";
import { advertisement, post } from "./story-proof.ts";

const KONTOR = "kontor-sued.example";
const MINATO = "minato-cloud.example";

/** Plans with claims under them, of the program that asks for a plan, pays under it, and is shown the proof afterwards. */
export const PAID_AHEAD_CLAIMED: readonly MarketingPlan[] = [
  {
    at: "munich",
    season: "running",
    name: "Kontor Süd: Mittelstand in Bewegung",
    reviewer: "rosa",
    made: 44,
    campaigns: [
      {
        name: "Umzug ohne Stillstand",
        objective: "Hundert Anfragen von Betrieben, die ihren Server ablösen.",
        audience: "Geschäftsführer im bayerischen Mittelstand",
        within: [5, 0],
        activities: [
          ["Banner in den Fachportalen", "digital-advertising", "5000.00", 200_000, "Lichtblick Medien GmbH"],
          ["Beiträge in sozialen Medien", "social-media-marketing", "2500.00", 80_000],
        ],
      },
      {
        name: "Messe im Winter",
        objective: "Achtzig Gespräche am Stand.",
        audience: "Besucher der IT-Messe",
        within: [20, 0],
        activities: [
          ["Stand auf der IT-Messe", "tradeshows-exhibitions", "2500.00", 800, "Messebau Krüger GmbH & Co. KG"],
        ],
      },
    ],
    steps: [
      sent(43),
      read(42),
      remarked(42, "rosa", "Two campaigns, one aim: good. The stand is paid once the place is confirmed."),
      agreed(41, "10000.00", "Agreed. We pay in three parts as the work begins."),
      paid(39, "4000.00", "Wire 77120", "First part: advertising of both portals."),
      paid(21, "2500.00", "Wire 77384", "Second part: social media."),
    ],
    claims: [
      {
        of: 0,
        name: "Banner in den Fachportalen, erste Welle",
        made: 25,
        worked: 4,
        invoices: [
          { supplier: "lichtblick", number: "LM-2210", lines: [["Banner, drei Wochen", "media-placement", "2900.00"]] },
        ],
        proof: advertisement("Umzug ohne Stillstand", KONTOR, "umzug"),
        metrics: { "results-summary": "96.000 Einblendungen, 1.240 Klicks, 31 Anfragen." },
        steps: [submitted(24), opened(23, "rosa"), approved(22, "rosa", "Proof complete. Danke!")],
      },
      {
        of: 1,
        name: "Beiträge in sozialen Medien, erster Monat",
        made: 17,
        worked: 3,
        invoices: [
          {
            supplier: "lichtblick",
            number: "LM-2245",
            lines: [
              ["Bewerbung von zehn Beiträgen", "media-placement", "1100.00"],
              ["Fotos für den eigenen Katalog", "agency-fee", "300.00"],
            ],
          },
        ],
        proof: [post("Wir ziehen um. Und Sie?", ["Kontor Süd mit Vendor Cloud"], "Einer der zehn Beiträge.")],
        metrics: { "results-summary": "38.500 Personen erreicht, 610 Klicks." },
        steps: [
          submitted(16),
          opened(15, "tomasz"),
          approved(14, "tomasz", "The photos are for your catalogue, not for the posts.", [
            [1, "0.00", "expense-ineligible"],
          ]),
        ],
      },
      {
        of: 0,
        name: "Banner in den Fachportalen, zweite Welle",
        made: 6,
        worked: 4,
        invoices: [
          { supplier: "lichtblick", number: "LM-2291", lines: [["Banner, eine Woche", "media-placement", "950.00"]] },
        ],
        proof: advertisement("Der Server darf gehen", KONTOR, "server"),
        metrics: { "results-summary": "30.200 Einblendungen, 402 Klicks." },
        steps: [submitted(3)],
      },
      { of: 1, name: "Beiträge in sozialen Medien, zweiter Monat", made: 2, worked: null, claimed: "700.00" },
    ],
  },
  {
    at: "tokyo",
    season: "running",
    name: "Minato: small factories, big data",
    reviewer: "tomasz",
    made: 42,
    campaigns: [
      {
        name: "Numbers from the machine",
        objective: "Forty factories ask for a demonstration.",
        audience: "Owners of factories with up to 100 people",
        within: [5, 0],
        activities: [
          ["Banners in the engineers' news", "digital-advertising", "800000", 120_000, "Kanda Media K.K."],
          ["Promoted posts for owners", "social-media-marketing", "400000", 50_000],
        ],
      },
    ],
    steps: [
      sent(41),
      read(40),
      jotted(39, "tomasz", "Their posts brought little last year. Half of that part is enough to begin with."),
      agreed(38, "1000000", "Banners as planned; of the posts one half now. Plan the rest again once we see results."),
      paid(35, "600000", "Wire 88041"),
    ],
    claims: [
      {
        of: 0,
        name: "Banners in the engineers' news, first month",
        made: 18,
        worked: 3,
        invoices: [
          { supplier: "kanda", number: "KM-0502", lines: [["Banner, four weeks", "media-placement", "260000"]] },
        ],
        proof: advertisement("Numbers from the machine", MINATO, "factory"),
        metrics: { "results-summary": "51,300 views, 644 clicks, 9 demonstrations." },
        steps: [submitted(10), opened(8, "tomasz")],
      },
      {
        of: 1,
        name: "Promoted posts for owners",
        made: 16,
        worked: 2,
        invoices: [
          { supplier: "kanda", number: "KM-0511", lines: [["Promotion of six posts", "media-placement", "180000"]] },
        ],
        proof: [post("What does your machine say?", ["Minato Cloud Works"], "One of the six posts.")],
        metrics: { "results-summary": "Reach will be reported later." },
        steps: [
          submitted(9),
          asked(6, "rosa", "metric-missing", "The result is part of the proof. What did the six posts reach?"),
        ],
      },
      {
        of: 0,
        name: "Banner on a site of our own",
        made: 14,
        worked: 3,
        invoices: [
          { supplier: "kanda", number: "KM-0515", lines: [["Banner on the own site", "media-placement", "90000"]] },
        ],
        proof: advertisement("Welcome", MINATO, "home"),
        metrics: { "results-summary": "3,000 views." },
        steps: [
          submitted(13),
          opened(12, "tomasz"),
          rejected(11, "tomasz", "core-requirement-not-shown", "A banner on your own site is no bought media."),
        ],
      },
      {
        of: 1,
        name: "Promoted posts, entered twice",
        made: 15,
        worked: 2,
        claimed: "180000",
        steps: [cancelled(14)],
      },
    ],
  },
  {
    at: "boston",
    season: "over",
    name: "Boston: museums and schools",
    reviewer: "rosa",
    made: 44,
    campaigns: [
      {
        name: "Collections for everyone",
        objective: "Eight museums show their collection online.",
        audience: "Museums and schools in New England",
        within: [20, 0],
        activities: [
          ["Banners on the teachers' portal", "digital-advertising", "8000.00", 60_000, "Brightwater Media Inc."],
        ],
      },
    ],
    steps: [
      sent(43),
      read(42),
      agreed(41, "8000.00", "Agreed. Please send the proof of each flight as it ends."),
      paid(38, "6000.00", "Wire 70233", "First part. The rest follows with the second flight."),
      remarked(12, "rosa", "2,500.00 of what was paid is still without proof. Please mind the deadline."),
    ],
    claims: [
      {
        of: 0,
        name: "Banners on the teachers' portal, first flight",
        made: 20,
        worked: 4,
        invoices: [
          {
            supplier: "brightwater",
            number: "BW-{year}-0912",
            lines: [["Banner on the portal, five weeks", "media-placement", "3500.00"]],
          },
        ],
        proof: advertisement("Collections for everyone", "alder-finch.example", "museums"),
        metrics: { "results-summary": "47,000 views, 803 clicks, 7 museums asked for a visit." },
        steps: [submitted(18), opened(17, "rosa"), approved(16, "rosa", "3,500.00 of 6,000.00 is proven with this.")],
      },
      {
        of: 0,
        name: "Banners on the teachers' portal, second flight",
        made: 3,
        worked: 8,
        windowsBack: 0,
        claimed: "2500.00",
      },
    ],
  },
];
