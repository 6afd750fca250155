import type { z } from "zod";
import { idText, type Role } from "../kernel/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { HeldRoleWire } from "./identity-contract.ts";
import type { GrantScope } from "./rights.ts";

/** Codes and names of programs by id. Programs are a later slice, so the composition root hands this in. */
export type ProgramNames = (
  tx: Tx,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;

/** A role somebody holds: as it is shown, and where it holds. */
interface Held {
  readonly shown: z.input<typeof HeldRoleWire>;
  readonly scope: GrantScope;
}

/** The roles that people hold at this moment, by person, the oldest first; people without one are left out. */
export async function rolesHeld(
  tx: Tx,
  personIds: readonly string[],
  now: Date,
  programNames: ProgramNames,
): Promise<ReadonlyMap<string, readonly Held[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("role_grant")
    .leftJoin("location", "location.id", "role_grant.location_id")
    .select(["role_grant.id", "role_grant.person_id", "role_grant.role", "role_grant.program_id"])
    .select([
      "role_grant.location_id",
      "role_grant.valid_from",
      "role_grant.valid_to",
      "location.name as location_name",
    ])
    .where("role_grant.person_id", "in", personIds)
    .where("role_grant.valid_from", "<=", now)
    .where((eb) => eb.or([eb("role_grant.valid_to", "is", null), eb("role_grant.valid_to", ">", now)]))
    .orderBy("role_grant.valid_from")
    .orderBy("role_grant.id")
    .execute();
  const programs = await programNames(tx, [...new Set(rows.flatMap((row) => row.program_id ?? []))]);
  const heldBy = Map.groupBy(rows, (row) => row.person_id);
  return new Map([...heldBy].map(([person, own]) => [person, own.map((row) => held(row, programs))]));
}

interface Row {
  readonly id: string;
  readonly role: string;
  readonly program_id: string | null;
  readonly location_id: string | null;
  readonly location_name: string | null;
  readonly valid_from: Date;
  readonly valid_to: Date | null;
}

function held(row: Row, programs: Awaited<ReturnType<ProgramNames>>): Held {
  return {
    shown: {
      id: idText("grant", row.id),
      role: row.role as Role, // the table checks that only these words stand in it
      program: row.program_id === null ? null : (programs.get(row.program_id) ?? { code: row.program_id, name: "" }),
      location:
        row.location_id === null ? null : { id: idText("location", row.location_id), name: row.location_name ?? "" },
      since: row.valid_from.toISOString(),
      until: row.valid_to?.toISOString() ?? null,
    },
    scope: { programId: row.program_id, locationId: row.location_id },
  };
}
