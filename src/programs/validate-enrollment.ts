import { type Coded, type Fault, fault, unknownCodes, warning } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { neededOf } from "./eligibility/judge-eligibility.ts";
import type { Requirement, RequirementGroup } from "./parts/enrollment-schema.ts";
import { compile, isFault } from "./rules/expressions/compile.ts";

/** What a location must have to take part: groups that can be met, codes that stand once and name what there is. */
export function validateEnrollment(document: EditionDocument): readonly Fault[] {
  const requirements = document.enrollment?.requirements;
  if (!requirements) return [];
  const at = "enrollment.requirements";
  const placed = requirementsIn(requirements, at);
  return [
    ...validateGroup(requirements, at),
    ...repeatedCodes(placed),
    ...placed.flatMap(({ requirement, field }) => validateRequirement(document, requirement, field)),
    ...shownBeside(document),
  ];
}

interface Placed {
  readonly requirement: Requirement;
  readonly field: string;
}

/** Every requirement with its place in the document. */
function requirementsIn(group: RequirementGroup, at: string): readonly Placed[] {
  return group.of.flatMap((node, i) => {
    const field = `${at}.of[${i}]`;
    return node.kind === "group" ? requirementsIn(node, field) : [{ requirement: node, field }];
  });
}

function validateGroup(group: RequirementGroup, at: string): Fault[] {
  const inside = group.of.flatMap((node, i) => (node.kind === "group" ? validateGroup(node, `${at}.of[${i}]`) : []));
  return [...ownFaults(group, at), ...inside];
}

function ownFaults(group: RequirementGroup, at: string): Fault[] {
  const { rule, least, of } = group;
  if (of.length === 0) {
    return [
      fault(
        "requirements.empty",
        `${at}.of`,
        "nothing",
        "one requirement at least",
        "Add a requirement, or take the group out.",
      ),
    ];
  }
  if (rule !== "n-of") {
    return least === undefined
      ? []
      : [
          fault(
            "requirements.least",
            `${at}.least`,
            String(least),
            "nothing",
            `Only n-of says how many; take it out for ${rule}.`,
          ),
        ];
  }
  if (least === undefined) {
    return [fault("requirements.least", `${at}.least`, "nothing", "a number for n-of", "Say how many must be met.")];
  }
  return neededOf(group) <= of.length
    ? []
    : [
        fault(
          "requirements.too-many",
          `${at}.least`,
          String(least),
          `${of.length} at most`,
          `The group has ${of.length}; nobody could meet ${least} of them.`,
        ),
      ];
}

function repeatedCodes(placed: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  return placed.flatMap(({ requirement: { code }, field }) => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [
      fault(
        "code.repeated",
        `${field}.code`,
        code,
        "each code once",
        `Another requirement is called "${code}"; give each its own code.`,
      ),
    ];
  });
}

function validateRequirement(document: EditionDocument, { check }: Requirement, field: string): Fault[] {
  const codes = (list: string, asked: readonly string[], known: readonly Coded[] | undefined, name: string) =>
    unknownCodes(`${field}.check.${list}`, asked, known, name);
  switch (check.kind) {
    case "partner-type":
      return codes("in", check.in, document.partnerTypes, "partnerTypes");
    case "partner-tier":
      return document.partnerTiers ? codes("in", check.in, document.partnerTiers, "partnerTiers") : [];
    case "standing":
      return codes("without", check.without, document.standing, "standing");
    case "expression": {
      const compiled = compile(check.holds, "enrollment", "bool");
      if (!isFault(compiled)) return [];
      const place = compiled.at === undefined ? "" : ` at character ${compiled.at + 1}`;
      return [
        fault(
          "expression.wrong",
          `${field}.check.holds`,
          check.holds.slice(0, 120),
          "an expression that gives bool",
          `${compiled.message}${place}. The facts and functions stand in docs/programs.md.`,
        ),
      ];
    }
    case "country":
    case "held":
    case "agreement":
    case "at-least":
      return [];
  }
}

/** Two lists of the same thing drift apart: what is judged is what should be shown. */
function shownBeside({ eligibility }: EditionDocument): Fault[] {
  return eligibility === undefined
    ? []
    : [
        warning(
          "requirements.twice",
          "eligibility",
          "both parts",
          "one of them",
          "enrollment.requirements are judged and shown; take eligibility out, which is words only.",
        ),
      ];
}
