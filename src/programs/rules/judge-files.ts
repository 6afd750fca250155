import { type Finding, type Sentence, sentence } from "../../kernel/index.ts";
import { spanEnd } from "../span.ts";
import { type Case, dayOf, finding, type Rule } from "./case.ts";
import { type SlotState, slotStates } from "./evidence-slots.ts";
import { holidaysOf, later } from "./judge-claim-deadline.ts";
import type { SubjectDocument } from "./subject.ts";

/** How many files and links there may be, of which kind, from where and how old (peer rules E17, E19, D20). */
export const judgeFiles: Rule = (c) => [...ofClaim(c), ...slotStates(c).flatMap((state) => ofSlot(c, state))];

interface Numbered {
  readonly document: SubjectDocument;
  readonly field: string;
}

function numbered(c: Case, accepts?: readonly string[]): readonly Numbered[] {
  return c.subject.documents
    .map((document, d) => ({ document, field: `documents[${d}]` }))
    .filter(({ document }) => !accepts || accepts.includes(document.evidenceCode));
}

function ofClaim(c: Case): Finding[] {
  return tooMany(c, numbered(c), c.document.claims?.files, "claims.files", "documents");
}

function ofSlot(c: Case, { slot, at, accepts }: SlotState): Finding[] {
  const documents = numbered(c, accepts);
  const late = slot.dueAfterActivity ? lateOnes(c, documents, slot.dueAfterActivity, at) : [];
  if (!slot.files) return late;
  const rules = slot.files;
  return [
    ...late,
    ...tooMany(c, documents, rules, `${at}.files`, `documents.${slot.code}`),
    ...documents.flatMap(({ document, field }) => [
      ...(rules.domains && document.url !== undefined && !isOn(document.url, rules.domains)
        ? [
            said(
              c,
              "evidence.wrong-place",
              `${field}.url`,
              hostOf(document.url) ?? "no address",
              rules.domains.join(", "),
              at,
              sentence("Link to one of these places."),
            ),
          ]
        : []),
      ...(rules.mediaTypes && document.mediaType !== undefined && !isOfType(document.mediaType, rules.mediaTypes)
        ? [
            said(
              c,
              "evidence.wrong-type",
              field,
              document.mediaType,
              rules.mediaTypes.join(", "),
              at,
              sentence("Add a file of one of these types."),
            ),
          ]
        : []),
      ...(rules.newerThanActivity ? tooOld(c, document, field, at) : []),
    ]),
  ];
}

function tooMany(
  c: Case,
  documents: readonly Numbered[],
  limits: { readonly most?: number | undefined; readonly mostLinks?: number | undefined } | undefined,
  at: string,
  field: string,
): Finding[] {
  const count = (kind: SubjectDocument["kind"]) => documents.filter(({ document }) => document.kind === kind).length;
  const over = (found: number, most: number | undefined, what: string): Finding[] =>
    most === undefined || found <= most
      ? []
      : [
          said(
            c,
            "evidence.too-many",
            field,
            `${found} ${what}`,
            `at most ${most}`,
            at,
            sentence("Keep the {most} that show most.", { most: String(most) }),
          ),
        ];
  return [...over(count("file"), limits?.most, "files"), ...over(count("link"), limits?.mostLinks, "links")];
}

function lateOnes(
  c: Case,
  documents: readonly Numbered[],
  within: Parameters<typeof spanEnd>[1],
  at: string,
): Finding[] {
  const end = dayOf(c.subject.executionDate);
  if (end === undefined) return [];
  const until = later(spanEnd(end, within, holidaysOf(c)), c.facts.extendedTo);
  return documents.flatMap(({ document, field }) => {
    const added = dayOf(document.addedOn ?? null) ?? (c.facts.stage === "draft" ? c.facts.today : undefined);
    return added === undefined || added <= until
      ? []
      : [
          said(
            c,
            "evidence.late",
            field,
            added,
            `up to ${until}`,
            `${at}.dueAfterActivity`,
            sentence("It was due by {day}; ask the vendor for more time if there is a reason.", { day: until }),
          ),
        ];
  });
}

function tooOld(c: Case, document: SubjectDocument, field: string, at: string): Finding[] {
  const shown = dayOf(document.shownOn ?? null);
  const from = c.subject.planActivity?.from ?? dayOf(c.subject.executionDate);
  if (shown === undefined || from === undefined || shown >= from) return [];
  return [
    said(
      c,
      "evidence.too-old",
      `${field}.shownOn`,
      shown,
      `from ${from} on`,
      at,
      sentence("Show something of the activity itself, not from before it."),
    ),
  ];
}

function said(
  c: Case,
  rule: string,
  field: string,
  found: string,
  allowed: string,
  at: string,
  remedy: Sentence,
): Finding {
  return finding(c, {
    rule,
    severity: "blocks",
    field,
    found,
    allowed,
    at,
    remedy,
    reasonCode: "evidence-wrong-activity",
  });
}

function isOn(url: string, domains: readonly string[]): boolean {
  const host = hostOf(url);
  return (
    host !== undefined &&
    domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`))
  );
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}

function isOfType(mediaType: string, allowed: readonly string[]): boolean {
  return allowed.some((type) => (type.endsWith("/*") ? mediaType.startsWith(type.slice(0, -1)) : mediaType === type));
}
