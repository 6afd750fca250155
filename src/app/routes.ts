import {
  CLAIM_LIFECYCLE,
  type ClaimStatus,
  claimDecisionRoutes,
  claimOptionRoutes,
  claimProofRoutes,
  claimRoutes,
} from "../claims/index.ts";
import { enrollmentRoutes } from "../enrollments/index.ts";
import { fundRoutes } from "../funds/index.ts";
import { identityRoutes } from "../identity/index.ts";
import { faceFor } from "../kernel/index.ts";
import { notificationRoutes } from "../notifications/index.ts";
import { planPaymentRoutes, planRoutes } from "../plans/index.ts";
import type { RouteDeclaration } from "../platform/http/index.ts";
import { calendarRoutes, editionRoutes, guideRoutes, programCodes, programRoutes } from "../programs/index.ts";
import { reportRoutes } from "../reports/index.ts";
import { reviewRoutes } from "../reviews/index.ts";

/** Every declared route of the program, in the order of the slices. The API document is made from this list. */
export function allRoutes(): RouteDeclaration[] {
  return [
    ...identityRoutes({ programCodes }),
    ...programRoutes(),
    ...guideRoutes(),
    ...editionRoutes(),
    ...calendarRoutes(),
    ...enrollmentRoutes(),
    ...fundRoutes(),
    ...planRoutes({
      // Sound because plans read the status of a claim from its own table.
      claimFace: (actor, status) => faceFor(actor, CLAIM_LIFECYCLE.statuses[status as ClaimStatus]),
    }),
    ...planPaymentRoutes(),
    ...claimRoutes(),
    ...claimOptionRoutes(),
    ...claimProofRoutes(),
    ...claimDecisionRoutes(),
    ...reviewRoutes(),
    ...notificationRoutes(),
    ...reportRoutes(),
  ];
}
