export { registerDryRunFile } from "./dry-run-file.ts";
export { dryRunHandler, resumeDryRuns } from "./dry-run-jobs.ts";
export { dryRunRoutes } from "./dry-run-routes.ts";
export { type DryRunDeps, runDryRun } from "./run-dry-run.ts";
export { startDryRun } from "./start-dry-run.ts";
