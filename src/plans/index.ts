export { PLAN_LIFECYCLE, type PlanStatus } from "./plan-transitions.ts";
