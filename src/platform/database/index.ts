export * from "./database.ts";
export { migrationNames } from "./migrate.ts";
export * from "./refused-by.ts";
export type { DB } from "./schema.gen.ts";
export * from "./transaction.ts";
