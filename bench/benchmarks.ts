import { claimList } from "./claim-list.ts";
import { claimSubmission } from "./claim-submission.ts";
import { dryRun } from "./dry-run.ts";
import { ledgerPost } from "./ledger-post.ts";
import type { Benchmark } from "./lib/benchmark.ts";
import { pagePaint } from "./page-paint.ts";
import { programs } from "./programs.ts";
import { sessionLookup } from "./session-lookup.ts";
import { startUp } from "./start-up.ts";
import { uploadMemory } from "./upload-memory.ts";

/** All benchmarks by their names, in the order in which they run. */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  "session-lookup": sessionLookup,
  "start-up": startUp,
  "ledger-post": ledgerPost,
  "claim-list": claimList,
  "claim-submission": claimSubmission,
  "upload-memory": uploadMemory,
  "dry-run": dryRun,
  programs,
  "page-paint": pagePaint,
};
