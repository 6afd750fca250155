export * from "./currency.ts";
export * from "./money.ts";
export * from "./revive.ts";
export * from "./share.ts";
