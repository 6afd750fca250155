import { approved, asked, noted, opened, rejected, type Story, said, submitted } from "./story.ts";
import { advertisement, clicks, invitation, link, page, photo, post } from "./story-proof.ts";

const SITE = "kontor-sued.example";

/** Claims of the partner in Germany, in euros. */
export const KONTOR: readonly Story[] = [
  {
    at: "munich",
    activity: "digital-advertising",
    name: "Bannerwerbung Mittelstand, {month}",
    made: 2,
    worked: 9,
    invoices: [
      {
        supplier: "lichtblick",
        number: "LM-{year}-1043",
        as: "xml",
        lines: [
          ["Bannerschaltung Fachportal, vier Wochen", "media-placement", "1950.00"],
          ["Kampagnenbetreuung", "agency-fee", "85.00", "6"],
        ],
      },
    ],
    proof: advertisement("Die Cloud spricht Deutsch", SITE, "cloud"),
    metrics: { "results-summary": clicks([["Fachportal", 140_300, 1_020]]) },
    steps: [submitted(1)],
  },
  {
    at: "munich",
    activity: "tradeshows-exhibitions",
    name: "Messestand auf der IT-Messe München",
    made: 37,
    worked: 11,
    invoices: [
      {
        supplier: "krueger",
        number: "MK-{year}-0219",
        lines: [
          ["Standbau, 12 Quadratmeter", "facility-equipment-rental", "4200.00"],
          ["Druck der Rückwand", "signage-display-print", "690.00"],
          ["Catering ohne Alkohol, drei Tage", "catering-no-alcohol", "310.00", "3"],
        ],
      },
    ],
    proof: [
      invitation("event-invitation-and-agenda", "Besuchen Sie uns in Halle 3", "IT-Messe, Stand 3-118", [
        "10:00 Umzug in die Cloud, live",
        "14:00 Sprechstunde Datenschutz",
      ]),
      photo("participation-photo", "Stand 3-118", "Kontor Süd", "Unser Stand am ersten Tag."),
    ],
    metrics: { "estimated-visitors": "410" },
    steps: [submitted(35), opened(34, "rosa"), approved(33, "rosa", "Alles vollständig. Everything complete.")],
  },
  {
    at: "hamburg",
    activity: "customer-seminars-boot-camps",
    name: "Seminar: E-Rechnung ab sofort",
    made: 12,
    worked: 10,
    invoices: [
      {
        supplier: "krueger",
        number: "MK-{year}-0244",
        lines: [
          ["Seminarraum mit Technik", "facility-equipment-rental", "780.00"],
          ["Mittagessen ohne Alkohol, je Gast", "catering-no-alcohol", "24.00", "32"],
          ["Programme und Aufsteller", "signage-display-print", "215.50"],
        ],
      },
    ],
    proof: [
      invitation("event-invitation-and-agenda", "E-Rechnung ab sofort", "Am Sandtorkai 27, Hamburg", [
        "9:30 Was das Gesetz verlangt",
        "11:00 Vendor Cloud zeigt, wie es geht",
      ]),
      photo("event-photos", "Seminar E-Rechnung", "Kontor Süd", "Der Saal am Vormittag."),
    ],
    metrics: { "registered-guests": "32" },
    steps: [
      submitted(10),
      opened(9, "tomasz"),
      noted(8, "tomasz", "Agenda is fine. Ask a colleague who reads German about the second session."),
    ],
  },
  {
    at: "hamburg",
    activity: "direct-mail-email-sms",
    name: "Rundschreiben an 900 Steuerkanzleien",
    made: 21,
    worked: 12,
    invoices: [
      {
        supplier: "lichtblick",
        number: "LM-{year}-0987",
        lines: [
          ["Brief und Faltblatt, Druck", "printed-material", "0.74", "900"],
          ["Porto", "postage", "0.95", "900"],
        ],
      },
    ],
    proof: [
      page(
        "final-communication",
        "Ihre Kanzlei in der Cloud",
        [
          "Sehr geehrte Damen und Herren,",
          "Mandantendaten gehören an einen sicheren Ort. Wir zeigen Ihnen, an welchen.",
          "Kontor Süd, Hamburg. Telefon +49 40 5550 143.",
        ],
        "Der Brief, wie er verschickt wurde.",
      ),
      page(
        "postmarked-envelope-or-mailing-receipt",
        "Einlieferungsbeleg",
        ["900 Sendungen, Standardbrief.", "Eingeliefert am Schalter Hamburg 11."],
        "Beleg der Post.",
      ),
    ],
    metrics: { "estimated-reach": "900" },
    steps: [
      submitted(17),
      opened(16, "rosa"),
      asked(
        15,
        "rosa",
        "invoice-incomplete",
        "The copy of the invoice ends after its first page. Please add all pages.",
      ),
      said(13, "jonas", "Die Agentur schickt uns die Rechnung noch einmal. The supplier sends it again this week."),
    ],
  },
  {
    at: "munich",
    activity: "print-advertising",
    name: "Anzeige im Wirtschaftsblatt",
    made: 3,
    worked: 7,
    claimed: "1400.00",
    invoices: [
      {
        supplier: "lichtblick",
        number: "LM-{year}-1051",
        lines: [["Viertelseite, vierfarbig", "media-placement", "1400.00"]],
      },
    ],
  },
  {
    at: "hamburg",
    activity: "digital-advertising",
    name: "Suchmaschinenwerbung für Handwerksbetriebe",
    made: 6,
    worked: 22,
    invoices: [
      {
        supplier: "pennant",
        number: "PA-3251",
        lines: [["Suchmaschinenwerbung, vier Wochen", "media-placement", "1150.00"]],
      },
    ],
    proof: advertisement("Sicher arbeiten", SITE, "sicher"),
    metrics: { "results-summary": "18.200 Einblendungen, 390 Klicks." },
    steps: [submitted(4)],
  },
  {
    at: "munich",
    activity: "social-media-marketing",
    name: "Beiträge zum Tag der offenen Tür",
    made: 94,
    worked: 12,
    invoices: [
      {
        supplier: "lichtblick",
        number: "LM-{year}-0812",
        lines: [["Bewerbung von vier Beiträgen", "media-placement", "640.00"]],
      },
    ],
    proof: [post("Tag der offenen Tür", ["Kontor Süd", "Kaffee, Kuchen und", "Vendor Cloud"], "Der erste Beitrag.")],
    metrics: { "results-summary": "9.800 Personen erreicht." },
    steps: [
      submitted(92),
      opened(91, "tomasz"),
      rejected(
        90,
        "tomasz",
        "evidence-missing",
        "Three of the four posts are not shown, and the one that is names no date.",
      ),
    ],
  },
  {
    at: "hamburg",
    activity: "partner-website-and-search",
    name: "Neue Seiten für Handwerksbetriebe",
    made: 182,
    worked: 14,
    certifications: [
      {
        who: "Entwicklerin",
        work: "Sechs Seiten gebaut und getestet. Built and tested six pages.",
        type: "programming-development",
        unit: "days",
        quantity: "3.5",
        unitCost: "420.00",
        certifier: ["Jonas Weber", "Leiter Marketing"],
      },
    ],
    proof: [link("site-pages", "https://www.kontor-sued.example/handwerk", "Die neuen Seiten.")],
    metrics: { "results-summary": "1.240 Besuche, 52 Anfragen." },
    steps: [submitted(179), opened(178, "rosa"), approved(177, "rosa")],
  },
];
