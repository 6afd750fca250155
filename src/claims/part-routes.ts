import { z } from "zod";
import type { ClaimContext, Evidence } from "../evidence/index.ts";
import type { IdKind, SeenVersion } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParam, type RouteDeclaration, route } from "../platform/http/index.ts";
import { changeProof, type ListedPart, type ProofPart, partOf } from "./change-proof.ts";

/** A kind of part that a claim is proved with, as far as its routes differ from those of the other kinds. */
interface PartKind<K extends ListedPart, B extends z.ZodType, C extends z.ZodType, R extends z.ZodType> {
  readonly one: ProofPart & IdKind;
  readonly listed: K;
  /** In summaries: "an invoice". */
  readonly words: string;
  readonly body: B;
  /** A change replaces the part (PUT), or patches what is named (PATCH). */
  readonly change: { readonly method: "PUT" | "PATCH"; readonly body: C; readonly summary: string };
  readonly response: R;
  readonly add: (tx: Tx, claim: ClaimContext, body: z.output<B>, now: Date) => Promise<string>;
  readonly update: (
    tx: Tx,
    claim: ClaimContext,
    id: string,
    body: () => z.output<C>,
    options: { readonly seen: SeenVersion; readonly now: Date },
  ) => Promise<unknown>;
  readonly remove: (tx: Tx, claim: ClaimContext, id: string, seen: SeenVersion) => Promise<void>;
  readonly toWire: (part: Evidence[K][number], files: Evidence["files"]) => z.input<R>;
}

const ofClaim = z.object({ id: idParam("claim") });

/** Adds, changes and removes parts of one kind: `/claims/{id}/invoices` and so on. */
export function partRoutes<K extends ListedPart, B extends z.ZodType, C extends z.ZodType, R extends z.ZodType>(
  kind: PartKind<K, B, C, R>,
): RouteDeclaration[] {
  const { one, listed, words, change, response } = kind;
  const tag = "claims";
  const url = `/claims/:id/${listed}`;
  const ofPart = z.object({ id: idParam("claim"), part: idParam(one) });
  const shown = async (tx: Tx, claimId: string, id: string): Promise<z.input<R>> => {
    const { part, files } = await partOf(tx, claimId, listed, id);
    return kind.toWire(part, files);
  };
  return [
    route({
      method: "POST",
      url,
      tag,
      summary: `Adds ${words}`,
      params: ofClaim,
      body: kind.body,
      status: 201,
      response,
      handle: async ({ tx, actor, now, params: { id }, body }) => {
        const work = (claim: ClaimContext) => kind.add(tx, claim, body(), now);
        return shown(tx, id, await changeProof(tx, { actor, now }, id, one, "added", work));
      },
    }),
    route({
      method: change.method,
      url: `${url}/:part`,
      tag,
      summary: change.summary,
      params: ofPart,
      body: change.body,
      response,
      handle: async ({ tx, actor, now, params: { id, part }, body, seen }) => {
        const work = async (claim: ClaimContext) => {
          await kind.update(tx, claim, part, body, { seen, now });
          return part;
        };
        await changeProof(tx, { actor, now }, id, one, "changed", work, { kind: listed, id: part });
        return shown(tx, id, part);
      },
    }),
    route({
      method: "DELETE",
      url: `${url}/:part`,
      tag,
      summary: `Removes ${words}`,
      params: ofPart,
      status: 204,
      response: z.undefined(),
      handle: async ({ tx, actor, now, params: { id, part }, seen }) => {
        const work = async (claim: ClaimContext) => {
          await kind.remove(tx, claim, part, seen);
          return part;
        };
        await changeProof(tx, { actor, now }, id, one, "removed", work, { kind: listed, id: part });
        return undefined;
      },
    }),
  ];
}
