import { type Fault, fault } from "./edition-fault.ts";
import type { EditionDocument } from "./edition-schema.ts";
import { compile, isFault, type ResultType } from "./rules/expressions/compile.ts";
import type { Subjects } from "./rules/expressions/environment.ts";

interface Found {
  readonly field: string;
  readonly text: string | undefined;
  readonly result: ResultType;
  readonly subjects: Subjects;
}

/** Every expression of the document can be read, names only facts there are, and gives what is asked for. */
export function validateExpressions(document: EditionDocument): readonly Fault[] {
  return expressionsOf(document).flatMap(({ field, text, result, subjects }) => {
    if (text === undefined) return [];
    const compiled = compile(text, subjects, result);
    if (!isFault(compiled)) return codesIn(document, field, text);
    const place = compiled.at === undefined ? "" : ` at character ${compiled.at + 1}`;
    return [
      fault(
        "expression.wrong",
        field,
        text.slice(0, 120),
        `an expression that gives ${result}`,
        `${compiled.message}${place}. The facts and functions stand in docs/programs.md.`,
      ),
    ];
  });
}

function expressionsOf(document: EditionDocument): readonly Found[] {
  const claim = "claim" as const;
  const caps = [
    ...(document.programCaps ?? []).map((cap, i) => ({ cap, at: `programCaps[${i}]` })),
    ...document.activityTypes.flatMap((type, t) =>
      type.caps.map((cap, i) => ({ cap, at: `activityTypes[${t}].caps[${i}]` })),
    ),
  ];
  return [
    ...(document.conditions ?? []).flatMap(({ on, when, holds, shows }, i): Found[] => [
      { field: `conditions[${i}].when`, text: when, result: "bool", subjects: on },
      { field: `conditions[${i}].holds`, text: holds, result: "bool", subjects: on },
      { field: `conditions[${i}].shows`, text: shows, result: "string", subjects: on },
    ]),
    ...caps.map(({ cap, at }): Found => {
      const text = cap.kind === "computed" ? cap.limit : undefined;
      return { field: `${at}.limit`, text, result: "int", subjects: claim };
    }),
    ...document.activityTypes.flatMap((type, t): Found[] => [
      {
        field: `activityTypes[${t}].preApprovalNeededWhen`,
        text: type.preApprovalNeededWhen,
        result: "bool",
        subjects: claim,
      },
      ...type.evidence.map(({ requiredWhen }, s): Found => {
        const text = requiredWhen?.kind === "expression" ? requiredWhen.when : undefined;
        return { field: `activityTypes[${t}].evidence[${s}].requiredWhen.when`, text, result: "bool", subjects: claim };
      }),
    ]),
  ];
}

/** Fields and numbers are maps: the language cannot know their keys, the document does. */
function codesIn(document: EditionDocument, field: string, text: string): Fault[] {
  const fields = new Set((document.claims?.fields ?? []).map(({ code }) => code));
  const numbers = new Set(document.activityTypes.flatMap((type) => type.metrics.map(({ code }) => code)));
  return [...text.matchAll(/\.(fields|numbers)\s*\[\s*(["'])([^"']*)\2\s*\]/g)].flatMap(([, map, , code = ""]) => {
    const isKnown = map === "fields" ? fields.has(code) : numbers.has(code);
    const list = map === "fields" ? "claims.fields" : "the metrics of some activity type";
    return isKnown
      ? []
      : [
          fault(
            "code.unknown",
            field,
            code,
            `a code of ${list}`,
            `Add "${code}" to ${list}, or name another one here.`,
          ),
        ];
  });
}
