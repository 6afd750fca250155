import type { Db } from "../../src/platform/database/index.ts";
import { claimDesk } from "../../test/builders/claim-desk.ts";
import { buildWorld, buildWorldPartner, WORLD_PARTNER, type WorldPartner } from "../../test/builders/world.ts";
import type { BenchDatabase } from "./place.ts";

/** Claims with complete proof, to be submitted as they are, and who may do so. */
export interface ReadyClaims {
  readonly partner: WorldPartner;
  /** UUIDs. */
  readonly claims: readonly string[];
}

const BALANCE = "100000000.00";

/**
 * Makes a partner with one fund for each number, with so many claims that wait to be submitted. The world, its partners and one claim
 * with an invoice, two proofs and a metric are made by the program's own commands; that claim is then copied in SQL, with numbers
 * of invoices and contents of files of its own, so that none looks like another.
 */
export async function makeReadyClaims(
  bench: BenchDatabase,
  db: Db,
  claimsOf: readonly number[],
): Promise<readonly ReadyClaims[]> {
  const world = await buildWorld(db, { balance: BALANCE });
  const desk = claimDesk({ ...bench, db }, () => world);
  const pattern = await desk.make();
  const ready: ReadyClaims[] = [];
  for (const [n, count] of claimsOf.entries()) {
    const partner = await buildWorldPartner(db, world.program, `${WORLD_PARTNER} ${n}`, BALANCE);
    const { organisation, location, fund, admin } = partner;
    const rows = await bench.fill(COPY, [pattern, organisation.id, location.id, fund.id, admin.personId, count]);
    ready.push({ partner, claims: rows.map((row) => String(row["id"])) });
  }
  await bench.asSuperuser("vacuum analyze");
  return ready;
}

/** Copies the claim $1 with all its proof $6 times, for partner $2, location $3, fund $4 and person $5. */
const COPY = `
  with made as (
    select uuidv7() as id from generate_series(1, $6::int)
  ), claims as (
    insert into claim (id, partner_id, number, name, program_id, location_id, fund_id, edition_id, usage_period, activity_type,
                       execution_date, currency, amount_claimed, fields, status, version, created_at, created_by, updated_at)
    select m.id, $2::uuid, 'C-2026-' || nextval('claim_number_seq'), c.name, c.program_id, $3::uuid, $4::uuid, c.edition_id, c.usage_period,
           c.activity_type, c.execution_date, c.currency, c.amount_claimed, c.fields, c.status, c.version, c.created_at, $5::uuid, c.updated_at
      from claim c, made m where c.id = $1::uuid
    returning id
  ), file_of as (
    select m.id as claim_id, f.id as old_id, uuidv7() as new_id from made m, file f
     where f.id in (select file_id from invoice where claim_id = $1::uuid union select file_id from proof_document where claim_id = $1::uuid)
  ), files as (
    insert into file
    select (jsonb_populate_record(f, jsonb_build_object('id', o.new_id, 'partner_id', $2::text, 'uploaded_by', $5::text,
             'storage_key', 'aa/bb/' || o.new_id, 'sha256', md5(o.new_id::text) || md5(o.claim_id::text)))).*
      from file f join file_of o on o.old_id = f.id
  ), invoice_of as (
    select m.id as claim_id, i.id as old_id, uuidv7() as new_id from made m, invoice i where i.claim_id = $1::uuid
  ), invoices as (
    insert into invoice (id, claim_id, partner_id, ordinal, supplier_name, number, date, billed_to, currency, subtotal, tax, total, file_id, version, created_at)
    select o.new_id, o.claim_id, $2::uuid, i.ordinal, i.supplier_name, 'R-' || o.new_id, i.date, p.legal_name, i.currency, i.subtotal, i.tax, i.total,
           f.new_id, i.version, i.created_at
      from invoice i join invoice_of o on o.old_id = i.id join organisation p on p.id = $2::uuid
      left join file_of f on f.old_id = i.file_id and f.claim_id = o.claim_id
  ), lines as (
    insert into invoice_line
    select (jsonb_populate_record(l, jsonb_build_object('id', uuidv7(), 'invoice_id', o.new_id, 'claim_id', o.claim_id, 'partner_id', $2::text))).*
      from invoice_line l join invoice_of o on o.old_id = l.invoice_id
  ), documents as (
    insert into proof_document
    select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'claim_id', m.id, 'partner_id', $2::text, 'file_id', f.new_id))).*
      from proof_document d cross join made m left join file_of f on f.old_id = d.file_id and f.claim_id = m.id where d.claim_id = $1::uuid
  ), metrics as (
    insert into metric_value
    select (jsonb_populate_record(v, jsonb_build_object('claim_id', m.id, 'partner_id', $2::text))).*
      from metric_value v, made m where v.claim_id = $1::uuid
  )
  select id::text from claims`;
