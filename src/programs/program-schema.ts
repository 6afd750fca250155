import { z } from "zod";
import { EditionShape } from "./edition-schema.ts";

/**
 * The form of an edition as JSON Schema (draft 2020-12), so that an editor completes and checks it: what a person writes,
 * with a rule in place of windows where there is one. `docs/program-schema.json` is made from it.
 */
export function programSchema(): Readonly<Record<string, unknown>> {
  const { windows } = EditionShape.shape;
  const written = EditionShape.extend({ windows: windows.optional() });
  return {
    ...z.toJSONSchema(written, { io: "input", target: "draft-2020-12", unrepresentable: "any" }),
    title: "Edition of a program",
    description: "The rules of a program for one program year, as a program manager writes them (docs/programs.md)",
    anyOf: [{ required: ["windows"] }, { required: ["windowRule"] }],
  };
}
