import type { z } from "zod";
import { loadLocation, personNames } from "../identity/index.ts";
import { idText } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { idParams, type RouteDeclaration, route } from "../platform/http/index.ts";
import { PartnerFactList, PartnerFactWire, RecordFactBody } from "./partner-fact-contract.ts";
import { allFacts, factsInForce, type PartnerFact } from "./partner-fact-store.ts";
import { recordFact } from "./record-fact.ts";

const tag = "locations";
const params = idParams("location");

/** What is known of a location. */
export const partnerFactRoutes = (): RouteDeclaration[] => [
  route({
    method: "GET",
    url: "/locations/:id/facts",
    tag,
    summary: "What is recorded of a location and its organisation, and what was before",
    params,
    response: PartnerFactList,
    handle: async ({ tx, actor, params: { id } }) => {
      const { partnerId } = await loadLocation(tx, actor, id);
      const inForce = (await factsInForce(tx, [{ id, partnerId }])).get(id) ?? [];
      const current = new Set(inForce.map((fact) => fact.id));
      const facts = (await allFacts(tx, partnerId, id)).toSorted(
        (a, b) => Number(current.has(b.id)) - Number(current.has(a.id)),
      );
      const names = await personNames(
        tx,
        facts.map(({ recordedBy }) => recordedBy),
      );
      return { items: facts.map((fact) => factOut(fact, names, current.has(fact.id))) };
    },
  }),
  route({
    method: "POST",
    url: "/locations/:id/facts",
    tag,
    summary: "Records what is known of a location or its organisation",
    params,
    body: RecordFactBody,
    status: 201,
    response: PartnerFactWire,
    handle: async ({ tx, actor, now, params: { id }, body }) => {
      const fact = await recordFact(tx, { actor, now }, id, body);
      return factOut(fact, await namesFor(tx, fact), true);
    },
  }),
];

function namesFor(tx: Tx, { recordedBy }: PartnerFact): Promise<ReadonlyMap<string, string>> {
  return personNames(tx, [recordedBy]);
}

function factOut(
  fact: PartnerFact,
  names: ReadonlyMap<string, string>,
  current: boolean,
): z.input<typeof PartnerFactWire> {
  return {
    id: idText("partnerFact", fact.id),
    code: fact.code,
    value: fact.value,
    validFrom: fact.validFrom,
    validTo: fact.validTo,
    of: fact.locationId === null ? "organisation" : "location",
    source: fact.source,
    recordedAt: fact.recordedAt.toISOString(),
    recordedBy: names.get(fact.recordedBy) ?? null,
    current,
  };
}
