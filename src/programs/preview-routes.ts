import { enforce, notFound } from "../kernel/index.ts";
import { type RouteDeclaration, route } from "../platform/http/index.ts";
import { EditionPreview, PreviewBody } from "./preview/preview-contract.ts";
import { previewEdition } from "./preview/preview-edition.ts";
import { programParams } from "./program-contract.ts";
import { mayMaintain } from "./program-policy.ts";
import { programByCode } from "./program-queries.ts";

/** What a text would mean, asked while it is written. */
export const previewRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/programs/:code/preview",
    tag: "editions",
    summary: "Says what the text of an edition would mean, and how it judges an example; stores nothing",
    params: programParams,
    body: PreviewBody,
    onlyAsks: true,
    response: EditionPreview,
    handle: async ({ tx, actor, params: { code }, body }) => {
      const program = await programByCode(tx, code);
      if (!program) throw notFound("program");
      enforce(mayMaintain(actor, program.id));
      const { format, text, example } = body();
      return previewEdition({ format, text }, example);
    },
  }),
];
