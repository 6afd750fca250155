export { type DemoAccount, demoAccounts, demoPassword } from "./demo-accounts.ts";
export { registerDemoRoute } from "./demo-route.ts";
export type { SeedDeps } from "./holds-data.ts";
export { seedDemo } from "./seed-demo.ts";
