import { readFileSync } from "node:fs";
import type { Actor } from "../../src/kernel/index.ts";
import type { EditionDocument } from "../../src/programs/index.ts";
import { editionForYear } from "../../src/programs/index.ts";
import type { Said, Wire } from "../wire/wire.ts";
import type { World } from "./world.ts";

/** An edition as the API shows it, as far as tests look into it. */
export interface EditionJson {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly revision: number;
  readonly effectiveOn: string | null;
  readonly effectiveTo: string | null;
  readonly document: Record<string, unknown>;
  readonly source: { readonly format: string; readonly text: string } | null;
  readonly request: { readonly by: { readonly name: string } | null; readonly effectiveOn: string } | null;
  readonly abilities: Readonly<Record<string, { readonly allowed: boolean; readonly reason?: string }>>;
}

/** What validating says. */
export interface ValidationJson {
  readonly status: string;
  readonly valid: boolean;
  readonly findings: readonly {
    readonly path: string;
    readonly line?: number;
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** The co-op example for a program year, with changes. */
export function coopFor(year: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  const url = new URL("../../programs/coop.json", import.meta.url);
  const coop = JSON.parse(readFileSync(url, "utf8")) as EditionDocument;
  return { ...editionForYear(coop, year), ...change };
}

/** Takes editions through their life by the API, as the world's program manager unless said. */
export function editionDesk(wire: Wire, world: () => World) {
  const by = (actor?: Actor): Actor => actor ?? world().programManager;
  const asEdition = (said: Said): EditionJson => said.body as unknown as EditionJson;
  return {
    asEdition,
    /** POST of a document, as JSON unless it is text. */
    draft: (document: unknown, actor?: Actor) =>
      typeof document === "string"
        ? wire.call(by(actor), "POST", "/programs/coop/editions", {
            raw: document,
            headers: { "content-type": "application/yaml" },
          })
        : wire.post(by(actor), "/programs/coop/editions", document),
    get: (id: string, actor?: Actor) => wire.get(by(actor), `/editions/${id}`),
    change: (id: string, document: unknown, seen: number | "*", actor?: Actor) =>
      wire.call(by(actor), "PUT", `/editions/${id}`, {
        body: document,
        headers: { "if-match": seen === "*" ? "*" : `"${seen}"` },
      }),
    remove: (id: string, actor?: Actor) => wire.call(by(actor), "DELETE", `/editions/${id}`),
    validate: async (id: string, actor?: Actor) => {
      const said = await wire.post(by(actor), `/editions/${id}/validation`);
      return { said, validation: said.body as unknown as ValidationJson };
    },
    publish: (id: string, body: unknown = {}, actor?: Actor) =>
      wire.post(by(actor), `/editions/${id}/publication`, body),
    withdraw: (id: string, actor?: Actor) => wire.post(by(actor), `/editions/${id}/withdrawal`),
    copy: (id: string, body: unknown = {}, actor?: Actor) => wire.post(by(actor), `/editions/${id}/copy`, body),
    /** A draft that is there, by the API. */
    async drafted(document: unknown): Promise<EditionJson> {
      const said = await this.draft(document);
      if (said.status !== 201) throw new Error(said.text);
      return asEdition(said);
    },
  };
}
