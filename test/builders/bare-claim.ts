import pg from "pg";
import { type Actor, newUuid } from "../../src/kernel/index.ts";

/** A partner organisation with a person, and how many claims of it there shall be. */
export interface BarePartner {
  readonly actor: Actor;
  readonly partnerId: string;
  readonly claimIds: readonly string[];
}

/**
 * A partner with claims that have nothing but their identity, for tests of what stands below claims. Written by the
 * superuser without checking references: program, fund and edition of such a claim do not exist.
 */
export async function createBarePartner(adminUrl: string, claims = 1, currency = "USD"): Promise<BarePartner> {
  const partnerId = newUuid();
  const claimIds = Array.from({ length: claims }, () => newUuid());
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into organisation (id, kind, legal_name, display_name, country, tax_residence, time_zone, created_at, created_by)
       values ($1, 'partner', 'Example Partner', 'Example Partner', 'US', 'US', 'UTC', now(), $2)`,
      [partnerId, newUuid()],
    );
    for (const [index, id] of claimIds.entries()) {
      await client.query(
        `insert into claim (id, partner_id, number, name, program_id, location_id, fund_id, edition_id, usage_period,
           activity_type, currency, status, created_at, created_by, updated_at)
         values ($1, $2, $3, 'Banner', $4, $4, $4, $4, 'FY27-H1', 'digital-advertising', $5, 'editing', now(), $4, now())`,
        [id, partnerId, `C-${partnerId}-${index}`, newUuid(), currency],
      );
    }
  } finally {
    await client.end();
  }
  const grants = [{ role: "incentives-admin" as const, programId: null, locationId: null }];
  return { actor: { side: "partner", personId: newUuid(), organisationId: partnerId, grants }, partnerId, claimIds };
}

/** A person at the vendor with one role. */
export function vendorPerson(role: "reviewer" | "vendor-admin" | "auditor" = "reviewer"): Actor {
  return {
    side: "vendor",
    personId: newUuid(),
    organisationId: newUuid(),
    grants: [{ role, programId: null, locationId: null }],
  };
}
