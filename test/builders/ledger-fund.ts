import pg from "pg";
import { type Actor, newUuid } from "../../src/kernel/index.ts";
import type { ClaimRef, FundRef, PlanRef } from "../../src/ledger/index.ts";
import type { TestDatabase } from "../database/use-database.ts";

/** A fund with all that must exist before it, and somebody of its partner. */
export interface LedgerFund extends FundRef {
  readonly locationId: string;
  readonly currency: string;
  /** Acts for the partner of the fund. */
  readonly partner: Actor;
}

const AT = new Date("2026-11-23T12:00:00Z");

/**
 * Makes a fund of a new partner with nothing in it, straight into the tables: for tests of the ledger, which stands below
 * the slices that make such rows properly.
 */
export async function buildLedgerFund(database: TestDatabase, currency = "USD"): Promise<LedgerFund> {
  const [partnerId, locationId, programId, editionId, fundId] = Array.from({ length: 5 }, () => newUuid(AT)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const code = `program-${programId.slice(-12)}`;
  await asSuperuser(database, async (client) => {
    await client.query(
      `insert into organisation (id, kind, legal_name, display_name, country, tax_residence, time_zone, created_at, created_by)
       values ($1, 'partner', 'Ann Partner Ltd', 'Ann Partner', 'GB', 'GB', 'Europe/London', $2, $1)`,
      [partnerId, AT],
    );
    await client.query(
      `insert into location (id, partner_id, partner_number, name, country, market, created_at, created_by)
       values ($1, $2, $3, 'Leeds', 'GB', 'GB', $4, $2)`,
      [locationId, partnerId, `P-${locationId.slice(-12)}`, AT],
    );
    await client.query(
      `insert into program (id, code, name, kind, open_enrollment, created_at, created_by)
       values ($1, $2, 'Co-op', '{co-op}', false, $3, $1)`,
      [programId, code, AT],
    );
    await client.query(
      `insert into program_edition (id, program_id, program_year, version, status, document, document_hash, starts_on, ends_on,
         created_at, created_by, published_at, published_by)
       values ($1, $2, 'FY27', 1, 'published', '{"programYear": "FY27", "startsOn": "2026-07-01", "endsOn": "2027-06-30"}', repeat('0', 64),
         '2026-07-01', '2027-06-30', $3, $1, $3, $1)`,
      [editionId, programId, AT],
    );
    await client.query(
      `insert into fund (id, partner_id, location_id, program_id, fund_type, earning_period, earning_from, earning_to, usage_period,
         usage_from, usage_to, claim_from, claim_to, currency, earning_edition_id, usage_edition_id, created_at)
       values ($1, $2, $3, $4, 'coop', 'FY26-H2', '2026-01-01', '2026-06-30', 'FY27-H1', '2026-07-01', '2026-12-31',
         '2026-08-16', '2027-02-15', $5, $6, $6, $7)`,
      [fundId, partnerId, locationId, programId, currency, editionId, AT],
    );
  });
  const partner: Actor = { side: "partner", personId: newUuid(AT), organisationId: partnerId, grants: [] };
  return { fundId, programId, partnerId, locationId, currency, partner };
}

/** Another fund of the same partner, location and program: earned in the half-year before. */
export async function buildFundBeside(database: TestDatabase, fund: LedgerFund): Promise<LedgerFund> {
  const fundId = newUuid(AT);
  await asSuperuser(database, (client) =>
    client.query(
      `insert into fund
       select (jsonb_populate_record(f, jsonb_build_object('id', $1::text, 'earning_period', 'FY26-H1', 'usage_period', 'FY26-H2'))).*
         from fund f where f.id = $2`,
      [fundId, fund.fundId],
    ),
  );
  return { ...fund, fundId };
}

/** A claim on a fund, as the ledger sees one. */
export function claimOn(fund: FundRef, round = 1): ClaimRef {
  const { fundId, programId, partnerId } = fund;
  return { fundId, programId, partnerId, claimId: newUuid(AT), round };
}

/** A plan for the money of a fund, as the ledger sees one. */
export function planOn({ fundId, programId, partnerId }: FundRef): PlanRef {
  return { fundId, programId, partnerId, planId: newUuid(AT) };
}

/** Looks behind the walls: row-level security and grants do not bind the superuser. */
export async function asSuperuser<T>(database: TestDatabase, use: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(database.adminUrl, use);
}

/** The login that owns the tables, acting for the program itself, as a migration would. */
export async function asOwner<T>(database: TestDatabase, use: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(database.ownerUrl, async (client) => {
    await client.query("select set_config('app.side', 'system', false)");
    return use(client);
  });
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
