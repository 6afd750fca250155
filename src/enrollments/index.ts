export { enrollLocation, type NewEnrollment } from "./enroll-location.ts";
export { ENROLLMENT_FACES, ENROLLMENT_STATUSES, type Enrollment, type EnrollmentStatus } from "./enrollment.ts";
export { type EnrollmentOf, enrollmentOf } from "./enrollment-queries.ts";
export { enrollmentRoutes } from "./enrollment-routes.ts";
export { setPartnerFacts } from "./set-partner-facts.ts";
