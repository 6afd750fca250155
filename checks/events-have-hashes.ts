import { sql } from "kysely";
import { type Check, discrepanciesOf, type Found, MOST_NAMED } from "./check.ts";

/**
 * The hash of an event is the SHA-256 of the bytes of its payload, and the columns beside it say what the payload says.
 * The database computes it row by row, so that the history never travels.
 */
export const eventsHaveHashes: Check = {
  name: "events-have-hashes",
  run: async (tx) => {
    const { rows } = await sql<Found>`
      select 'event ' || e.id as subject, encode(e.payload_hash, 'hex') as found, encode(sha256(e.payload), 'hex') as expected
        from event e where sha256(e.payload) <> e.payload_hash
      union all
      select 'event ' || e.id, concat_ws(' ', e.id, e.type, e.subject_type, e.subject_id, e.partner_id, e.actor_side, e.actor_person_id, e.from_status, e.to_status, e.reason_code),
             concat_ws(' ', d ->> 'id', d ->> 'type', d #>> '{subject,type}', d #>> '{subject,id}', d ->> 'partner', d #>> '{actor,side}', d #>> '{actor,person}', d ->> 'from', d ->> 'to', d ->> 'reason')
        from event e, lateral (select convert_from(e.payload, 'UTF8')::jsonb as d) payload
       where sha256(e.payload) = e.payload_hash
         and (e.id::text, e.type, e.subject_type, e.subject_id::text, e.partner_id::text, e.actor_side, e.actor_person_id::text, e.from_status, e.to_status, e.reason_code)
             is distinct from
             (d ->> 'id', d ->> 'type', d #>> '{subject,type}', d #>> '{subject,id}', d ->> 'partner', d #>> '{actor,side}', d #>> '{actor,person}', d ->> 'from', d ->> 'to', d ->> 'reason')
      limit ${MOST_NAMED}`.execute(tx);
    return discrepanciesOf(rows);
  },
};
