import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { withDatabase } from "../../src/platform/database/connection.ts";
import { appRole, ownerRole } from "../../src/platform/database/logins.ts";
import { templateName } from "./global-setup.ts";

/** Addresses of one throw-away database. */
export interface Clone {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The superuser, for tests that look behind the walls. */
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
}

/** Clones the migrated template, or makes an empty database that nobody has prepared. */
export async function createThrowawayDatabase(content: "migrated" | "empty" = "migrated"): Promise<Clone> {
  const clusterUrl = inject("clusterUrl");
  const { ownerUrl, appUrl } = inject("templateLogins");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const statements =
    content === "empty"
      ? [`create database ${name}`]
      : [
          `create database ${name} template ${templateName} owner ${ownerRole} strategy file_copy`,
          // The rights on a database itself are not copied with it.
          `revoke create, temporary on database ${name} from public`,
          `grant connect on database ${name} to ${appRole}`,
        ];
  await asAdmin(clusterUrl, statements);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    adminUrl: withDatabase(clusterUrl, name),
    drop: () => asAdmin(clusterUrl, [`drop database if exists ${name} with (force)`]),
  };
}

async function asAdmin(clusterUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(clusterUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
