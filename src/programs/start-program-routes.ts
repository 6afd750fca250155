import { type Actor, enforce } from "../kernel/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { findingWire } from "./edition-resource.ts";
import { editionSummaryWire, programWire } from "./program-contract.ts";
import { mayMaintain, mayStartProgram } from "./program-policy.ts";
import { type ProgramTemplate, programTemplates } from "./program-templates.ts";
import { startProgram } from "./start-program.ts";
import { ProgramTemplateList, StartedProgramResource, StartProgramBody } from "./start-program-contract.ts";
import { findingsOf } from "./validate-draft.ts";

const tag = "programs";

/** A program of one's own, begun from a template. */
export const startProgramRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/programs",
    tag,
    summary: "Begins a program with a draft of its rules, made from a template, another edition or a document",
    body: StartProgramBody,
    status: 201,
    response: StartedProgramResource,
    handle: async ({ tx, actor, now, body }) => {
      const { program, draft } = await startProgram(tx, { actor, now }, body);
      return {
        ...programWire(program, undefined),
        draft: editionSummaryWire(draft),
        findings: findingsOf(draft).map(findingWire),
      };
    },
  }),
  route({
    method: "GET",
    url: "/program-templates",
    tag,
    summary: "Lists the editions that come with the software, to begin a program with",
    response: ProgramTemplateList,
    handle: async ({ actor }) => {
      enforce(mayMaintain(actor));
      return templatesWire(actor, await programTemplates());
    },
  }),
];

function templatesWire(actor: Actor, templates: readonly ProgramTemplate[]) {
  return {
    items: templates.map(({ code, whole }) => ({
      code,
      name: whole.programName,
      kind: whole.kind,
      programYear: whole.programYear,
      startsOn: whole.startsOn,
      currencies: whole.currencies,
      activityTypes: whole.activityTypes.map((type) => ({ code: type.code, name: type.name })),
    })),
    abilities: { create: mayStartProgram(actor) },
  };
}
