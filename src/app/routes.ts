import { claimDecisionRoutes, claimFace, claimOptionRoutes, claimProofRoutes, claimRoutes } from "../claims/index.ts";
import { accessRoutes, enrollmentRoutes, standingRoutes } from "../enrollments/index.ts";
import { fundRoutes } from "../funds/index.ts";
import { identityRoutes } from "../identity/index.ts";
import { notificationRoutes } from "../notifications/index.ts";
import { planPaymentRoutes, planRoutes } from "../plans/index.ts";
import type { RouteDeclaration } from "../platform/http/index.ts";
import {
  calendarRoutes,
  editionRoutes,
  guideRoutes,
  programCodes,
  programIdOf,
  programNames,
  programRoutes,
} from "../programs/index.ts";
import { reportRoutes } from "../reports/index.ts";
import { reviewRoutes } from "../reviews/index.ts";
import { dryRunRoutes } from "../simulation/index.ts";

/** Every declared route of the program, in the order of the slices. The API document is made from this list. */
export function allRoutes(): RouteDeclaration[] {
  return [
    ...identityRoutes({ programCodes, programNames, programId: programIdOf }),
    ...programRoutes(),
    ...guideRoutes(),
    ...editionRoutes(),
    ...calendarRoutes(),
    ...enrollmentRoutes(),
    ...standingRoutes(),
    ...accessRoutes(),
    ...fundRoutes(),
    ...planRoutes({ claimFace }),
    ...planPaymentRoutes(),
    ...claimRoutes(),
    ...claimOptionRoutes(),
    ...claimProofRoutes(),
    ...claimDecisionRoutes(),
    ...reviewRoutes(),
    ...dryRunRoutes(),
    ...notificationRoutes(),
    ...reportRoutes(),
  ];
}
