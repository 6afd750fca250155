import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { allRoutes } from "../src/app/routes.ts";
import { CLAIM_LIFECYCLE } from "../src/claims/index.ts";
import { ENROLLMENT_LIFECYCLE, INVITATION_LIFECYCLE } from "../src/enrollments/index.ts";
import { PLAN_LIFECYCLE } from "../src/plans/index.ts";
import { EDITION_LIFECYCLE, programSchema } from "../src/programs/index.ts";
import { apiDocument } from "./generated/api-document.ts";
import { writeDatabaseTypes } from "./generated/database-types.ts";
import { lifecyclePage } from "./generated/state-diagrams.ts";

/** Files that are made, committed, and must not drift: written by `npm run generate`, compared by check-generated.ts. */
export const GENERATED = {
  databaseTypes: "src/platform/database/schema.gen.ts",
  apiDocument: "openapi.json",
  apiTypes: "web/api/schema.gen.d.ts",
  claimStates: "docs/states/claim.md",
  editionStates: "docs/states/edition.md",
  enrollmentStates: "docs/states/enrollment.md",
  invitationStates: "docs/states/invitation.md",
  planStates: "docs/states/plan.md",
  programSchema: "docs/program-schema.json",
} as const;

const ROOT = resolve(import.meta.dirname, "..");

/** Writes all generated files below `target`, a folder with the layout of the repository. */
export async function generateInto(target: string): Promise<void> {
  await writeDatabaseTypes(join(target, GENERATED.databaseTypes), ROOT);
  writeFileSync(join(target, GENERATED.claimStates), lifecyclePage(CLAIM_LIFECYCLE));
  writeFileSync(join(target, GENERATED.editionStates), lifecyclePage(EDITION_LIFECYCLE));
  writeFileSync(join(target, GENERATED.enrollmentStates), lifecyclePage(ENROLLMENT_LIFECYCLE));
  writeFileSync(join(target, GENERATED.invitationStates), lifecyclePage(INVITATION_LIFECYCLE));
  writeFileSync(join(target, GENERATED.planStates), lifecyclePage(PLAN_LIFECYCLE));
  writeFileSync(join(target, GENERATED.programSchema), `${JSON.stringify(programSchema(), null, 2)}\n`);
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const document = join(target, GENERATED.apiDocument);
  writeFileSync(document, `${JSON.stringify(apiDocument(allRoutes(), version), null, 2)}\n`);
  execFileSync(
    process.execPath,
    [
      join(ROOT, "tools/apigen/node_modules/openapi-typescript/bin/cli.js"),
      document,
      "-o",
      join(target, GENERATED.apiTypes),
      "--root-types",
      "--root-types-no-schema-prefix",
      "--alphabetize",
    ],
    { stdio: ["ignore", "ignore", "inherit"], cwd: join(ROOT, "tools/apigen") },
  );
}

if (import.meta.main) await generateInto(ROOT);
