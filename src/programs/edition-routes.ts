import type { z } from "zod";
import { type Actor, type Command, enforce, notFound } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { changeRoutes } from "./change-routes.ts";
import { changeDraft, copyEdition, deleteDraft, draftEdition } from "./draft-edition.ts";
import {
  CopyEditionBody,
  EditionHistory,
  EditionText,
  EditionValidation,
  EditionVersion,
  editionText,
  NoBody,
  PublicationBody,
  PublicationSettingBody,
  PublicationSettingWire,
} from "./edition-contract.ts";
import { editionHistory } from "./edition-history.ts";
import { type EditionRecord, recordById } from "./edition-record.ts";
import { editionResource, validationWire } from "./edition-resource.ts";
import { previewRoutes } from "./preview-routes.ts";
import { programParams } from "./program-contract.ts";
import { mayChangeSettings, maySeeEditionHistory, maySeeSettings } from "./program-policy.ts";
import { programByCode } from "./program-queries.ts";
import { type PublicationSetting, publicationSetting, setPublicationSetting } from "./publication-setting.ts";
import { publishDraft, withdrawRequest } from "./publish-draft.ts";
import { validateDraft } from "./validate-draft.ts";

const tag = "editions";
const params = idParams("edition");

/** The life of an edition: written, validated, published, superseded (docs/editions.md). */
export const editionRoutes = (): RouteDeclaration[] => [
  ...draftRoutes(),
  ...lifeRoutes(),
  ...previewRoutes(),
  ...changeRoutes(),
  ...settingRoutes(),
];

const draftRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/programs/:code/editions",
    tag,
    summary: "Stores a document, JSON or YAML, as the draft of its program year",
    params: programParams,
    body: EditionText,
    reads: editionText,
    status: 201,
    response: EditionVersion,
    handle: async ({ tx, actor, now, params: { code }, body }) => {
      const program = await programByCode(tx, code);
      if (!program) throw notFound("program");
      return editionResource(tx, actor, await draftEdition(tx, { actor, now }, program, body));
    },
  }),
  route({
    method: "GET",
    url: "/editions/:id",
    tag,
    summary: "Shows a version of an edition, with what may be done with it",
    params,
    response: EditionVersion,
    handle: async ({ tx, actor, params: { id } }) => editionResource(tx, actor, await recordById(tx, id)),
  }),
  route({
    method: "PUT",
    url: "/editions/:id",
    tag,
    summary: "Puts another document into a draft; what is published never changes",
    params,
    body: EditionText,
    reads: editionText,
    response: EditionVersion,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      editionResource(tx, actor, await changeDraft(tx, { actor, now, seen }, id, body)),
  }),
  route({
    method: "DELETE",
    url: "/editions/:id",
    tag,
    summary: "Deletes a draft",
    params,
    status: 204,
    response: NoBody,
    handle: async ({ tx, actor, now, seen, params: { id } }) => {
      await deleteDraft(tx, { actor, now, seen }, id);
      return {};
    },
  }),
  step("copy", "Copies an edition as a new draft, of its own year or of another", CopyEditionBody, copyEdition, 201),
];

const lifeRoutes = (): RouteDeclaration[] => [
  route({
    method: "POST",
    url: "/editions/:id/validation",
    tag,
    summary: "Validates a draft: its form, then its meaning",
    params,
    body: NoBody,
    response: EditionValidation,
    handle: async ({ tx, actor, now, seen, params: { id }, body }) =>
      validationWire(await validateDraft(tx, { actor, now, seen }, id, body)),
  }),
  step(
    "publication",
    "Publishes a version from a day on; where that takes two people, the first call asks and another person's publishes",
    PublicationBody,
    publishDraft,
  ),
  step("withdrawal", "Takes a request for publication back, or declines it", NoBody, withdrawRequest),
  route({
    method: "GET",
    url: "/editions/:id/history",
    tag,
    summary: "Everything that happened to a version, oldest first",
    params,
    response: EditionHistory,
    handle: async ({ tx, actor, params: { id } }) => {
      const edition = await recordById(tx, id);
      enforce(maySeeEditionHistory(actor));
      return editionHistory(tx, edition);
    },
  }),
];

const settingRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/settings/publication",
    tag,
    summary: "Whether publishing an edition takes two people",
    response: PublicationSettingWire,
    handle: async ({ tx, actor }) => {
      enforce(maySeeSettings(actor));
      return settingWire(actor, await publicationSetting(tx));
    },
  }),
  route({
    method: "PUT",
    url: "/settings/publication",
    tag,
    summary: "Turns two-person publication on or off",
    body: PublicationSettingBody,
    response: PublicationSettingWire,
    handle: async ({ tx, actor, now, seen, body }) =>
      settingWire(actor, await setPublicationSetting(tx, { actor, now, seen }, body)),
  }),
];

/** `POST /editions/{id}/<noun>`: takes a step and answers with the edition as it stands then. */
function step<B extends z.ZodType>(
  noun: string,
  summary: string,
  body: B,
  take: (tx: Tx, command: Command, id: string, body: () => z.output<B>) => Promise<EditionRecord>,
  status: 200 | 201 = 200,
): RouteDeclaration {
  return route({
    method: "POST",
    url: `/editions/:id/${noun}`,
    tag,
    summary,
    params,
    body,
    status,
    response: EditionVersion,
    handle: async ({ tx, actor, now, seen, params: { id }, body: read }) =>
      editionResource(tx, actor, await take(tx, { actor, now, seen }, id, read)),
  });
}

function settingWire(actor: Actor, setting: PublicationSetting): z.input<typeof PublicationSettingWire> {
  return { ...setting, abilities: { change: mayChangeSettings(actor) } };
}
