import { readConfig } from "../config/index.ts";
import type { ApplicationDependencies } from "./application.ts";
import { openDatabase } from "./open-database.ts";

/** Opens the database for one short command and leaves it again, running or stopped as it was found. */
export async function withDatabase<T>(
  use: (dependencies: ApplicationDependencies, applied: readonly string[]) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  await using ending = new AsyncDisposableStack();
  const database = await openDatabase(config);
  ending.defer(database.close);
  return await use({ config, appUrl: database.appUrl }, database.applied);
}
