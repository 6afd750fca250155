export * from "./database.ts";
export * from "./refused-by.ts";
export type { DB } from "./schema.gen.ts";
